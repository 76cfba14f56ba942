package dev.liveticker.benchmarks.facts;

import java.util.Arrays;

/** Figures in the order of time, and what statistics say of them. */
final class Series {

    private final double[] values;

    Series(double[] values) {
        this.values = values;
    }

    /** Logarithmic returns over so many prices each. */
    static Series returns(double[] prices, int step) {
        double[] returns = new double[(prices.length - 1) / step];
        Arrays.setAll(returns, i -> Math.log(prices[(i + 1) * step] / prices[i * step]));
        return new Series(returns);
    }

    /** The figures themselves, not to be written to. */
    double[] values() {
        return values;
    }

    double mean() {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    double variance() {
        double mean = mean();
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(Double.NaN);
    }

    /** The fourth moment in relation to the square of the second, less 3: 0 for a normal distribution. */
    double excessKurtosis() {
        double mean = mean();
        double fourth = Arrays.stream(values)
                .map(value -> Math.pow(value - mean, 4))
                .average()
                .orElse(Double.NaN);
        return fourth / Math.pow(variance(), 2) - 3;
    }

    Series absolute() {
        return new Series(Arrays.stream(values).map(Math::abs).toArray());
    }

    double autocorrelation(int lag) {
        int length = values.length - lag;
        return new Series(Arrays.copyOf(values, length))
                .correlation(new Series(Arrays.copyOfRange(values, lag, values.length)));
    }

    /** With another of the same length. */
    double correlation(Series other) {
        double mean = mean();
        double otherMean = other.mean();
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (values[i] - mean) * (other.values[i] - otherMean);
        }
        return sum / values.length / Math.sqrt(variance() * other.variance());
    }
}
