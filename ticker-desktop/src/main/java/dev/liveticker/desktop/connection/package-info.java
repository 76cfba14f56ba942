/** Where the connection stands, always in view: the status bar and what it says. */
@NullMarked
package dev.liveticker.desktop.connection;

import org.jspecify.annotations.NullMarked;
