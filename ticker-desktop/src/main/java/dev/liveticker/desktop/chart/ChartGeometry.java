package dev.liveticker.desktop.chart;

import java.util.OptionalDouble;

/**
 * Where everything of one picture is: what the painters and the crosshair agree on.
 *
 * @param count how many bars there are
 * @param first in view
 * @param last in view; below {@code first} if none is
 * @param mostVolume of a bar in view
 */
record ChartGeometry(
        ChartLayout layout,
        Viewport viewport,
        PriceScale prices,
        int count,
        int first,
        int last,
        double mostVolume,
        PixelGrid pixels) {

    /** @param lastPrice kept in view while the newest bar is */
    static ChartGeometry of(
            BarSeries bars,
            Viewport viewport,
            ChartLayout layout,
            OptionalDouble lastPrice,
            double tickSize,
            PixelGrid pixels) {
        int count = bars.size();
        int first = viewport.first(count, layout.plotWidth());
        int last = viewport.last(count, layout.plotWidth());
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double most = 0;
        for (int i = first; i <= last; i++) {
            Candle candle = bars.get(i);
            low = Math.min(low, candle.low());
            high = Math.max(high, candle.high());
            most = Math.max(most, candle.volume());
        }
        if (lastPrice.isPresent() && (last == count - 1 || last < first)) {
            low = Math.min(low, lastPrice.getAsDouble());
            high = Math.max(high, lastPrice.getAsDouble());
        }
        if (low > high) {
            low = 0;
            high = 0;
        }
        PriceScale prices = PriceScale.of(low, high, tickSize, layout.priceTop(), layout.priceBottom());
        return new ChartGeometry(layout, viewport, prices, count, first, last, most, pixels);
    }

    /** Where the middle of a bar is. */
    double x(int index) {
        return viewport.x(index, count, layout.plotWidth());
    }

    /** The bar at x, or the nearest one there is. */
    int barAt(double x) {
        return Math.clamp(Math.round(viewport.indexAt(x, count, layout.plotWidth())), first, Math.max(first, last));
    }

    /** Top of a column of this volume. */
    double volumeY(double volume) {
        double share = mostVolume == 0 ? 0 : volume / mostVolume;
        return layout.volumeBottom() - share * (layout.volumeBottom() - layout.volumeTop());
    }
}
