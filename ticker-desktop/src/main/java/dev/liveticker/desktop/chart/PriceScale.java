package dev.liveticker.desktop.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Prices up the side of a pane.
 *
 * @param low the price at the pane's lower edge
 * @param high the price at its upper edge; above {@code low}
 * @param top of the pane, in pixels from the top of the canvas
 * @param bottom of the pane; below {@code top}
 * @param step between lines; 1, 2 or 5 times a power of ten
 */
record PriceScale(double low, double high, double top, double bottom, double step) {

    /** Free room above the highest and below the lowest price, as a share of what lies between them. */
    private static final double PADDING = 0.06;

    private static final double LINE_DISTANCE = 44;

    /** A pane shows at least so many ticks, so that one tick up and down does not look like a crash. */
    private static final int LEAST_TICKS = 10;

    /** @param tick the smallest step of the price; positive */
    static PriceScale of(double lowest, double highest, double tick, double top, double bottom) {
        double middle = (lowest + highest) / 2;
        double range = Math.max(highest - lowest, Math.max(tick * LEAST_TICKS, Math.ulp(middle) * 1_000));
        double low = middle - range * (0.5 + PADDING);
        double high = middle + range * (0.5 + PADDING);
        if (lowest >= 0 && low < 0) {
            low = 0;
        }
        double height = Math.max(1, bottom - top);
        double step = Math.max(tick, niceStep((high - low) * LINE_DISTANCE / height));
        return new PriceScale(low, high, top, bottom, step);
    }

    double y(double price) {
        return bottom - (price - low) / (high - low) * (bottom - top);
    }

    double priceAt(double y) {
        return low + (bottom - y) / (bottom - top) * (high - low);
    }

    /** The prices to draw a line at, lowest first. */
    List<Double> lines() {
        List<Double> lines = new ArrayList<>();
        long first = (long) Math.ceil(low / step);
        long last = (long) Math.floor(high / step);
        for (long i = first; i <= last; i++) {
            lines.add(i * step);
        }
        return lines;
    }

    /** The smallest of 1, 2 and 5 times a power of ten that is not below the least. */
    static double niceStep(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            // A hair of slack, for 0.1 is no binary number.
            if (factor * power >= least * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
