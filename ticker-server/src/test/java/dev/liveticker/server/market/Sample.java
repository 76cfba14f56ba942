package dev.liveticker.server.market;

import java.util.Arrays;

/** A series of figures and what statistics say of it. */
final class Sample {

    private final double[] values;

    Sample(double[] values) {
        this.values = values;
    }

    /** Logarithmic returns over so many prices each. */
    static Sample returns(double[] prices, int step) {
        double[] returns = new double[(prices.length - 1) / step];
        Arrays.setAll(returns, i -> Math.log(prices[(i + 1) * step] / prices[i * step]));
        return new Sample(returns);
    }

    /** The figures themselves, not to be written to. */
    double[] values() {
        return values;
    }

    double mean() {
        return Arrays.stream(values).average().orElseThrow();
    }

    double variance() {
        double mean = mean();
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
    }

    /** 0 for a normal distribution, more where tails are fat. */
    double excessKurtosis() {
        double mean = mean();
        double fourth = Arrays.stream(values)
                .map(value -> Math.pow(value - mean, 4))
                .average()
                .orElseThrow();
        return fourth / Math.pow(variance(), 2) - 3;
    }

    Sample absolute() {
        return new Sample(Arrays.stream(values).map(Math::abs).toArray());
    }

    double autocorrelation(int lag) {
        int length = values.length - lag;
        return new Sample(Arrays.copyOf(values, length))
                .correlation(new Sample(Arrays.copyOfRange(values, lag, values.length)));
    }

    double correlation(Sample other) {
        double mean = mean();
        double otherMean = other.mean();
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (values[i] - mean) * (other.values[i] - otherMean);
        }
        return sum / values.length / Math.sqrt(variance() * other.variance());
    }
}
