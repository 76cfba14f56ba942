package dev.liveticker.desktop.chart;

import dev.liveticker.message.Bar;
import java.util.Arrays;
import java.util.Collection;

/** The closes of one symbol by the start of their bars. For one thread. */
final class ComparedBars {

    /** As far back as a server tells at once. */
    static final int MOST = 10_000;

    private long[] starts = new long[512];
    private double[] closes = new double[512];
    private double[] volumes = new double[512];
    private int size;
    /** Where the last one was found: bars are asked for one after another. */
    private int cursor;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** The close of the bar with this start, in microseconds since the Unix epoch; NaN where there is none. */
    double closeAt(long start) {
        if (size == 0 || start < starts[0] || start > starts[size - 1]) {
            return Double.NaN;
        }
        int next = cursor + 1;
        if (next < size && starts[next] == start) {
            cursor = next;
            return closes[next];
        }
        int index = Arrays.binarySearch(starts, 0, size, start);
        if (index < 0) {
            return Double.NaN;
        }
        cursor = index;
        return closes[index];
    }

    /** Takes in live bars: new ones, and newer states of those that are there. */
    void put(Collection<Bar> live) {
        live.forEach(this::put);
    }

    /** Takes in what was fetched; of a bar that is there, the state with more volume is the newer one. */
    void merge(Collection<Bar> fetched) {
        for (Bar bar : fetched) {
            int index = Arrays.binarySearch(starts, 0, size, bar.start());
            if (index < 0 || volumes[index] <= bar.volume().doubleValue()) {
                put(bar);
            }
        }
    }

    private void put(Bar bar) {
        int index = size > 0 && starts[size - 1] < bar.start()
                ? -size - 1
                : Arrays.binarySearch(starts, 0, size, bar.start());
        if (index < 0) {
            index = -index - 1;
            makeRoom(index);
        }
        starts[index] = bar.start();
        closes[index] = bar.close().doubleValue();
        volumes[index] = bar.volume().doubleValue();
        if (size > MOST) {
            dropOldest();
        }
    }

    private void makeRoom(int index) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            closes = Arrays.copyOf(closes, size * 2);
            volumes = Arrays.copyOf(volumes, size * 2);
        }
        System.arraycopy(starts, index, starts, index + 1, size - index);
        System.arraycopy(closes, index, closes, index + 1, size - index);
        System.arraycopy(volumes, index, volumes, index + 1, size - index);
        size++;
    }

    private void dropOldest() {
        size--;
        System.arraycopy(starts, 1, starts, 0, size);
        System.arraycopy(closes, 1, closes, 0, size);
        System.arraycopy(volumes, 1, volumes, 0, size);
    }
}
