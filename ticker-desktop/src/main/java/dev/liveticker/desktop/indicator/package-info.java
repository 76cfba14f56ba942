/** Indicators of technical analysis, reckoned from bars; no toolkit. */
@NullMarked
package dev.liveticker.desktop.indicator;

import org.jspecify.annotations.NullMarked;
