/**
 * The server's list of instruments, kept at hand: names, decimals and the search behind the add box. No JavaFX in it.
 */
@NullMarked
package dev.liveticker.desktop.instrument;

import org.jspecify.annotations.NullMarked;
