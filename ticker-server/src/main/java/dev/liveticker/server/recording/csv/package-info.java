/**
 * Makes a recording of prices that somebody has as CSV: single trades, or bars. What the columns mean, and what is made
 * of them, is said in {@code docs/recording.md}.
 */
@NullMarked
package dev.liveticker.server.recording.csv;

import org.jspecify.annotations.NullMarked;
