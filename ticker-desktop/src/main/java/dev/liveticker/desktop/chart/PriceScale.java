package dev.liveticker.desktop.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Prices up the side of a pane.
 *
 * @param kind whether equal amounts or equal shares are equally high
 * @param low the price at the pane's lower edge; above 0 on a logarithmic scale
 * @param high the price at its upper edge; above {@code low}
 * @param top of the pane, in pixels from the top of the canvas
 * @param bottom of the pane; below {@code top}
 * @param step between lines, counted from {@code origin}; of a wide logarithmic scale, the least there may be
 * @param origin one of the lines, in view or not
 * @param leastDistance in pixels, of two lines
 */
record PriceScale(
        Kind kind,
        double low,
        double high,
        double top,
        double bottom,
        double step,
        double origin,
        double leastDistance) {

    enum Kind {
        LINEAR,
        LOGARITHMIC
    }

    /** Of a usual size of text. */
    static final double LINE_DISTANCE = 44;

    /** Free room above the highest and below the lowest price, as a share of what lies between them. */
    private static final double PADDING = 0.06;

    /** A pane shows at least so many ticks, so that one tick up and down does not look like a crash. */
    private static final int LEAST_TICKS = 10;

    /** Where the highest price is not more than so many times the lowest, lines of one step do for a logarithm. */
    private static final double NARROW = 2.5;

    /** Round numbers from 1 up to 10, which is the next 1; from many to few. */
    private static final double[][] ROUND = {
        {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8}, {1, 1.5, 2, 3, 5, 7}, {1, 2, 5}, {1, 3}, {1}
    };

    /** @param tick the smallest step of the price; positive */
    static PriceScale linear(
            double lowest, double highest, double tick, double top, double bottom, double leastDistance) {
        double middle = (lowest + highest) / 2;
        double range = leastRange(lowest, highest, tick);
        double low = middle - range * (0.5 + PADDING);
        double high = middle + range * (0.5 + PADDING);
        if (lowest >= 0 && low < 0) {
            low = 0;
        }
        return linearOver(low, high, tick, top, bottom, leastDistance);
    }

    private static PriceScale linearOver(
            double low, double high, double tick, double top, double bottom, double leastDistance) {
        double height = Math.max(1, bottom - top);
        double step = Math.max(tick, niceStep((high - low) * leastDistance / height));
        return new PriceScale(Kind.LINEAR, low, high, top, bottom, step, 0, leastDistance);
    }

    /** Where prices are not all above 0, which have no logarithm, it is linear. */
    static PriceScale logarithmic(
            double lowest, double highest, double tick, double top, double bottom, double leastDistance) {
        if (lowest <= 0) {
            return linear(lowest, highest, tick, top, bottom, leastDistance);
        }
        double missing = Math.max(0, leastRange(lowest, highest, tick) - (highest - lowest)) / 2;
        double padding = Math.pow((highest + missing) / Math.max(lowest / 2, lowest - missing), PADDING);
        double low = Math.max(lowest / 2, lowest - missing) / padding;
        double high = (highest + missing) * padding;
        return logarithmicOver(low, high, tick, top, bottom, leastDistance);
    }

    private static PriceScale logarithmicOver(
            double low, double high, double tick, double top, double bottom, double leastDistance) {
        double height = Math.max(1, bottom - top);
        double step = tick;
        if (high <= low * NARROW) {
            // Lines are closest at the top: there they must have their distance.
            step = Math.max(tick, niceStep(high * -Math.expm1(-leastDistance / height * Math.log(high / low))));
        }
        return new PriceScale(Kind.LOGARITHMIC, low, high, top, bottom, step, 0, leastDistance);
    }

    /**
     * The same with lines at round shares of a price. Only of a linear scale.
     *
     * @param base above 0; what counts as 0 per cent
     */
    PriceScale inPercentOf(double base) {
        double height = Math.max(1, bottom - top);
        double percent = niceStep((high - low) / base * 100 * leastDistance / height);
        return new PriceScale(kind, low, high, top, bottom, percent * base / 100, base, leastDistance);
    }

    /**
     * The same with prices further apart, about its middle, but never so far that a tick is higher than the pane.
     *
     * @param factor how many times as far, above 0; below 1, closer together
     * @param tick the smallest step of the price; positive
     */
    PriceScale stretched(double factor, double tick) {
        if (factor == 1) {
            return this;
        }
        return switch (kind) {
            case LINEAR -> {
                double middle = (low + high) / 2;
                double half = Math.max(tick, (high - low) / 2 / factor);
                // Where there were no prices below 0, there are none now.
                double newLow = low >= 0 ? Math.max(0, middle - half) : middle - half;
                yield linearOver(newLow, middle + half, tick, top, bottom, leastDistance);
            }
            case LOGARITHMIC -> {
                double middle = Math.sqrt(low * high);
                double ratio = Math.max(1 + tick / middle, Math.pow(high / low, 0.5 / factor));
                yield logarithmicOver(middle / ratio, middle * ratio, tick, top, bottom, leastDistance);
            }
        };
    }

    double y(double price) {
        return switch (kind) {
            case LINEAR -> bottom - (price - low) / (high - low) * (bottom - top);
            case LOGARITHMIC ->
                price <= 0 ? bottom : bottom - Math.log(price / low) / Math.log(high / low) * (bottom - top);
        };
    }

    double priceAt(double y) {
        double share = (bottom - y) / (bottom - top);
        return switch (kind) {
            case LINEAR -> low + share * (high - low);
            case LOGARITHMIC -> low * Math.pow(high / low, share);
        };
    }

    /** The prices to draw a line at, lowest first. */
    List<Double> lines() {
        return kind == Kind.LOGARITHMIC && high > low * NARROW ? roundLines() : evenLines();
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

    private static double leastRange(double lowest, double highest, double tick) {
        double middle = (lowest + highest) / 2;
        return Math.max(highest - lowest, Math.max(tick * LEAST_TICKS, Math.ulp(middle) * 1_000));
    }

    private List<Double> evenLines() {
        List<Double> lines = new ArrayList<>();
        long first = (long) Math.ceil((low - origin) / step);
        long last = (long) Math.floor((high - origin) / step);
        for (long i = first; i <= last; i++) {
            lines.add(origin + i * step);
        }
        return lines;
    }

    private List<Double> roundLines() {
        double pixelsPerRatio = (bottom - top) / Math.log(high / low);
        for (double[] set : ROUND) {
            if (closest(set) * pixelsPerRatio >= leastDistance) {
                return roundLines(set, 1);
            }
        }
        int decades = (int) Math.ceil(leastDistance / (Math.log(10) * pixelsPerRatio));
        return roundLines(ROUND[ROUND.length - 1], Math.max(1, decades));
    }

    private List<Double> roundLines(double[] set, int decades) {
        List<Double> lines = new ArrayList<>();
        int last = (int) Math.floor(Math.log10(high));
        int first = Math.floorDiv((int) Math.floor(Math.log10(low)), decades) * decades;
        for (int exponent = first; exponent <= last; exponent += decades) {
            for (double round : set) {
                double line = round * Math.pow(10, exponent);
                double ticks = line / step;
                boolean whole = Math.abs(ticks - Math.rint(ticks)) < 1e-6 * Math.max(1, ticks);
                if (line >= low && line <= high && whole) {
                    lines.add(line);
                }
            }
        }
        return lines;
    }

    /** The logarithm of the smallest ratio of two neighbours. */
    private static double closest(double[] set) {
        double least = Math.log(10 * set[0] / set[set.length - 1]);
        for (int i = 1; i < set.length; i++) {
            least = Math.min(least, Math.log(set[i] / set[i - 1]));
        }
        return least;
    }
}
