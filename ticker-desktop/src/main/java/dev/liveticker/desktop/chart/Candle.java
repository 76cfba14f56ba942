package dev.liveticker.desktop.chart;

/**
 * One bar in numbers.
 *
 * @param start microseconds since the Unix epoch, UTC
 */
record Candle(long start, double open, double high, double low, double close, double volume) {}
