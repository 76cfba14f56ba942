/** Prices that run by, and the small window that stays on top. */
@NullMarked
package dev.liveticker.desktop.tape;

import org.jspecify.annotations.NullMarked;
