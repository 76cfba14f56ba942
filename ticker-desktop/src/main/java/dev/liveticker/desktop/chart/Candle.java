package dev.liveticker.desktop.chart;

import dev.liveticker.message.Bar;

/**
 * A bar in numbers a painter can reckon with.
 *
 * @param start microseconds since the Unix epoch, UTC
 */
record Candle(long start, double open, double high, double low, double close, double volume) {

    static Candle of(Bar bar) {
        return new Candle(
                bar.start(),
                bar.open().doubleValue(),
                bar.high().doubleValue(),
                bar.low().doubleValue(),
                bar.close().doubleValue(),
                bar.volume().doubleValue());
    }

    boolean rose() {
        return close >= open;
    }

    /** This candle and a later one seen as one. */
    Candle with(Candle later) {
        return new Candle(
                start, open, Math.max(high, later.high), Math.min(low, later.low), later.close, volume + later.volume);
    }
}
