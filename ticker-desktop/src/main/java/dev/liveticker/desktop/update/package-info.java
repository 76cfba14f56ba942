/** Whether there is a newer version of the program: asked of an address that the user gave, and of nobody otherwise. */
@NullMarked
package dev.liveticker.desktop.update;

import org.jspecify.annotations.NullMarked;
