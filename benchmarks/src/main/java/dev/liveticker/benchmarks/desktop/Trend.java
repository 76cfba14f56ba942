package dev.liveticker.benchmarks.desktop;

import java.util.ArrayList;
import java.util.List;

/** A figure watched over time, and whether it grows: the line of least squares through its samples. For one thread. */
public final class Trend {

    private record Sample(double x, double y) {}

    private final List<Sample> samples = new ArrayList<>();

    public void add(double x, double y) {
        samples.add(new Sample(x, y));
    }

    /** How many samples there are. */
    public int size() {
        return samples.size();
    }

    /** How much the figure grows with each unit of x; 0 if there are not two moments to tell it from. */
    public double slope() {
        double meanX = samples.stream().mapToDouble(Sample::x).average().orElse(0);
        double meanY = samples.stream().mapToDouble(Sample::y).average().orElse(0);
        double together = 0;
        double alone = 0;
        for (Sample sample : samples) {
            together += (sample.x() - meanX) * (sample.y() - meanY);
            alone += (sample.x() - meanX) * (sample.x() - meanX);
        }
        return alone == 0 ? 0 : together / alone;
    }

    /** @throws java.util.NoSuchElementException if there is no sample */
    public double first() {
        return samples.getFirst().y();
    }

    /** @throws java.util.NoSuchElementException if there is no sample */
    public double last() {
        return samples.getLast().y();
    }
}
