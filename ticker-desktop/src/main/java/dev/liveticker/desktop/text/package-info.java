/** What the desktop says: the text bundle, and how prices, volumes and ages are written. No JavaFX in it. */
@NullMarked
package dev.liveticker.desktop.text;

import org.jspecify.annotations.NullMarked;
