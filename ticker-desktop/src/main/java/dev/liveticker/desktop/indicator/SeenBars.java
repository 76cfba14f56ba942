package dev.liveticker.desktop.indicator;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bars as they were at the last look, to find from where on they are others now. */
final class SeenBars {

    private long[] starts = new long[0];
    private double[] highs = new double[0];
    private double[] lows = new double[0];
    private double[] closes = new double[0];
    private double[] volumes = new double[0];
    private int size;
    private @Nullable SettledBars settled;
    private long pastRevision;

    /**
     * Remembers the bars.
     *
     * @return the first that is another than at the last look, or new; their number if all are the same. Opens do not
     *     count: no study reads them.
     */
    int take(Bars bars) {
        int count = bars.size();
        int changed = pastIsKnown(bars) ? Math.max(0, size - 1) : 0;
        int common = Math.min(size, count);
        while (changed < common && isSame(bars, changed)) {
            changed++;
        }
        remember(bars, changed, count);
        return changed;
    }

    /** The same series, and not another that equals it. */
    @SuppressWarnings("ReferenceEquality")
    private boolean pastIsKnown(Bars bars) {
        if (!(bars instanceof SettledBars telling)) {
            settled = null;
            return false;
        }
        boolean known = telling == settled && telling.pastRevision() == pastRevision && bars.size() >= size;
        settled = telling;
        pastRevision = telling.pastRevision();
        return known;
    }

    private boolean isSame(Bars bars, int i) {
        return starts[i] == bars.start(i)
                && closes[i] == bars.close(i)
                && volumes[i] == bars.volume(i)
                && highs[i] == bars.high(i)
                && lows[i] == bars.low(i);
    }

    private void remember(Bars bars, int from, int count) {
        if (count > starts.length) {
            int capacity = Math.max(256, count + count / 2);
            starts = Arrays.copyOf(starts, capacity);
            highs = Arrays.copyOf(highs, capacity);
            lows = Arrays.copyOf(lows, capacity);
            closes = Arrays.copyOf(closes, capacity);
            volumes = Arrays.copyOf(volumes, capacity);
        }
        for (int i = from; i < count; i++) {
            starts[i] = bars.start(i);
            highs[i] = bars.high(i);
            lows[i] = bars.low(i);
            closes[i] = bars.close(i);
            volumes[i] = bars.volume(i);
        }
        size = count;
    }
}
