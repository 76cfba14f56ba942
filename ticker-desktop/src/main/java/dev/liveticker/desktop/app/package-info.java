/** The desktop put together: start, main window, and what connects the features. Only this package sees all of them. */
@NullMarked
package dev.liveticker.desktop.app;

import org.jspecify.annotations.NullMarked;
