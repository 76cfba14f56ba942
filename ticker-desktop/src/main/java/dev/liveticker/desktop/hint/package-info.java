/** Hints for the first time, which go away. */
@NullMarked
package dev.liveticker.desktop.hint;

import org.jspecify.annotations.NullMarked;
