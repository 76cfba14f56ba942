package dev.liveticker.benchmarks.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis with round labels.
 *
 * @param low its lower end
 * @param high its upper end
 */
record PriceAxis(double low, double high) {

    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /** One that holds all of the figures, NaN apart, with a little room. */
    static PriceAxis around(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        double room = Math.max((high - low) * 0.06, high * 1e-6);
        return new PriceAxis(low - room, high + room);
    }

    /** How far up a figure is, from 0 to 1. */
    double position(double value) {
        return (value - low) / (high - low);
    }

    /** Two to four round figures within it. */
    List<BigDecimal> labels() {
        double least = (high - low) / 4;
        double magnitude = Math.pow(10, Math.floor(Math.log10(least)));
        double step = magnitude * 10;
        for (double round : ROUND) {
            if (round * magnitude >= least) {
                step = round * magnitude;
                break;
            }
        }
        int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step) + (isQuarter(step, magnitude) ? 1 : 0) - 1e-9));
        List<BigDecimal> labels = new ArrayList<>();
        for (double label = Math.ceil(low / step) * step; label <= high; label += step) {
            labels.add(BigDecimal.valueOf(label).setScale(decimals, RoundingMode.HALF_UP));
        }
        return labels;
    }

    private static boolean isQuarter(double step, double magnitude) {
        return Math.abs(step / magnitude - 2.5) < 1e-9;
    }
}
