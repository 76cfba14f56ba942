package dev.liveticker.desktop.chart;

/**
 * Steps through the bars in view from left to right: bar by bar, or, where bars are narrower than a pixel, through all
 * those of a pixel as if they were one. Makes nothing anew on the way.
 */
final class BarColumns {

    private final BarSeries bars;
    private final ChartGeometry geometry;
    private final boolean narrow;
    private int next;
    private double x;
    private double open;
    private double high;
    private double low;
    private double close;
    private double volume;
    private double highestClose;
    private double lowestClose;

    BarColumns(BarSeries bars, ChartGeometry geometry) {
        this.bars = bars;
        this.geometry = geometry;
        this.narrow = geometry.viewport().barWidth() < geometry.pixels().hairline();
        this.next = geometry.first();
    }

    /** Goes to the next column, or says that there is none. */
    boolean next() {
        if (next > geometry.last()) {
            return false;
        }
        int index = next++;
        x = narrow ? geometry.pixels().edge(geometry.x(index)) : geometry.x(index);
        open = bars.open(index);
        high = bars.high(index);
        low = bars.low(index);
        close = bars.close(index);
        volume = bars.volume(index);
        highestClose = close;
        lowestClose = close;
        if (narrow) {
            int end = endOfPixel();
            while (next < end) {
                add(next++);
            }
        }
        return true;
    }

    /** Whether several bars may be in one column, which is then a pixel wide. */
    boolean narrow() {
        return narrow;
    }

    /** The middle of a bar; of a narrow column, where it begins. */
    double x() {
        return x;
    }

    double open() {
        return open;
    }

    double high() {
        return high;
    }

    double low() {
        return low;
    }

    double close() {
        return close;
    }

    double volume() {
        return volume;
    }

    double highestClose() {
        return highestClose;
    }

    double lowestClose() {
        return lowestClose;
    }

    boolean rose() {
        return close >= open;
    }

    /** Where the first bar of the next pixel is, or would be. */
    private int endOfPixel() {
        double half = 0.5 / geometry.pixels().scale();
        ChartLayout layout = geometry.layout();
        double index = geometry.viewport().indexAt(x + half, geometry.count(), layout.plotWidth());
        return (int) Math.min(geometry.last() + 1.0, Math.ceil(index));
    }

    private void add(int index) {
        high = Math.max(high, bars.high(index));
        low = Math.min(low, bars.low(index));
        close = bars.close(index);
        volume += bars.volume(index);
        highestClose = Math.max(highestClose, close);
        lowestClose = Math.min(lowestClose, close);
    }
}
