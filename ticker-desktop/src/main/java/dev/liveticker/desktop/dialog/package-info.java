/** How a window stands over another: in its middle, dressed alike, on the screen with all of it. */
@NullMarked
package dev.liveticker.desktop.dialog;

import org.jspecify.annotations.NullMarked;
