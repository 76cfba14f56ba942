/**
 * What the desktop says: the text bundle, and how prices, amounts, volumes, dates and ages are written, and read again
 * where people type them. No JavaFX in it.
 */
@NullMarked
package dev.liveticker.desktop.text;

import org.jspecify.annotations.NullMarked;
