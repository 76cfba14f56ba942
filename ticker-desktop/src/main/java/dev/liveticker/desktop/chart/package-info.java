/** The candle chart of one symbol: its bars, the geometry that lays them out, and the canvas they are painted on. */
@NullMarked
package dev.liveticker.desktop.chart;

import org.jspecify.annotations.NullMarked;
