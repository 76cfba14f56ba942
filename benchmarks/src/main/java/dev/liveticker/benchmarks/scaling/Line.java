package dev.liveticker.benchmarks.scaling;

import java.util.List;

/**
 * A straight line through points, by least squares.
 *
 * @param at0 its height at 0
 * @param slope its rise by 1
 */
record Line(double at0, double slope) {

    /** @param x not all the same */
    static Line through(List<Double> x, List<Double> y) {
        if (x.size() != y.size() || x.size() < 2) {
            throw new IllegalArgumentException("two points at least, each with both its figures");
        }
        double meanX = mean(x);
        double meanY = mean(y);
        double together = 0;
        double spread = 0;
        for (int i = 0; i < x.size(); i++) {
            together += (x.get(i) - meanX) * (y.get(i) - meanY);
            spread += (x.get(i) - meanX) * (x.get(i) - meanX);
        }
        if (spread == 0) {
            throw new IllegalArgumentException("points above each other are on no line");
        }
        double slope = together / spread;
        return new Line(meanY - slope * meanX, slope);
    }

    double at(double x) {
        return at0 + slope * x;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
