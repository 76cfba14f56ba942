package dev.liveticker.desktop.chart;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Where everything of one picture is: what the painters and the crosshair agree on.
 *
 * @param count how many bars there are
 * @param first in view
 * @param last in view; below {@code first} if none is
 * @param mostVolume of a bar in view, or of those that share a pixel
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

    /**
     * @param lastPrice kept in view while the newest bar is
     * @param layers what else the prices must have room for
     */
    static ChartGeometry of(
            BarSeries bars,
            Viewport viewport,
            ChartLayout layout,
            OptionalDouble lastPrice,
            ScaleChoice choice,
            List<ChartLayer> layers,
            PixelGrid pixels) {
        int count = bars.size();
        int first = viewport.first(count, layout.plotWidth());
        int last = viewport.last(count, layout.plotWidth());
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = first; i <= last; i++) {
            low = Math.min(low, bars.low(i));
            high = Math.max(high, bars.high(i));
        }
        if (lastPrice.isPresent() && (last == count - 1 || last < first)) {
            low = Math.min(low, lastPrice.getAsDouble());
            high = Math.max(high, lastPrice.getAsDouble());
        }
        for (ChartLayer layer : layers) {
            for (ChartLayer.Range range : layer.range(bars, first, last)) {
                low = Math.min(low, range.low());
                high = Math.max(high, range.high());
            }
        }
        if (!(low <= high) || Double.isInfinite(high - low)) {
            low = 0;
            high = 0;
        }
        PriceScale prices = choice.over(low, high, layout);
        ChartGeometry withoutVolume = new ChartGeometry(layout, viewport, prices, count, first, last, 0, pixels);
        return withoutVolume.withMostVolumeOf(bars);
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

    private ChartGeometry withMostVolumeOf(BarSeries bars) {
        double most = 0;
        BarColumns columns = new BarColumns(bars, this);
        while (columns.next()) {
            most = Math.max(most, columns.volume());
        }
        return new ChartGeometry(layout, viewport, prices, count, first, last, most, pixels);
    }
}
