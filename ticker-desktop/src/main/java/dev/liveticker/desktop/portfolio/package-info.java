/** What the user owns and what it is worth. */
@NullMarked
package dev.liveticker.desktop.portfolio;

import org.jspecify.annotations.NullMarked;
