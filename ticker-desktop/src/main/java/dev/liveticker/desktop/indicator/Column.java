package dev.liveticker.desktop.indicator;

import java.util.Arrays;

/** One number for each bar; NaN where there is none. */
final class Column {

    private double[] values = new double[0];

    double get(int index) {
        return values[index];
    }

    void set(int index, double value) {
        if (index >= values.length) {
            values = Arrays.copyOf(values, Math.max(256, index + 1 + index / 2));
        }
        values[index] = value;
    }
}
