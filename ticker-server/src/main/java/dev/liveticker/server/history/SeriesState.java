package dev.liveticker.server.history;

import dev.liveticker.model.Interval;
import dev.liveticker.server.packed.MalformedStateException;
import dev.liveticker.server.packed.PackedReader;
import dev.liveticker.server.packed.PackedWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The bars of one symbol and interval, as a {@link BarSeries} keeps them: far too many for objects. Never changed.
 *
 * @param interval how long they are
 * @param closed rows of closed bars, oldest first
 * @param open the row of the open bar; empty if none is
 * @param firstTime of the trade that the open bar's first price is of
 * @param lastTime of the trade that the open bar's last price is of
 */
@SuppressWarnings("ArrayRecordComponent") // Bars by the hundred thousand; nobody compares or changes them.
record SeriesState(Interval interval, long[] closed, long[] open, long firstTime, long lastTime) {

    /** Each bar is told by how it differs from the one before, which takes few bytes. */
    void write(PackedWriter to) {
        to.count(closed.length / BarSeries.WIDTH).flag(open.length > 0);
        long[] before = new long[BarSeries.WIDTH];
        for (int at = 0; at < closed.length; at += BarSeries.WIDTH) {
            writeRow(to, closed, at, before);
        }
        if (open.length > 0) {
            writeRow(to, open, 0, before);
            to.difference(firstTime - open[BarSeries.START]).difference(lastTime - open[BarSeries.START]);
        }
    }

    private void writeRow(PackedWriter to, long[] rows, int at, long[] before) {
        to.difference(Math.floorDiv(rows[at + BarSeries.START], interval.micros())
                - Math.floorDiv(before[BarSeries.START], interval.micros()));
        long base = before[BarSeries.CLOSE];
        for (int column = BarSeries.OPEN; column <= BarSeries.CLOSE; column++) {
            to.difference(rows[at + column] - base);
            base = rows[at + BarSeries.OPEN];
        }
        to.count(rows[at + BarSeries.VOLUME]).count(rows[at + BarSeries.TRADES]);
        System.arraycopy(rows, at, before, 0, BarSeries.WIDTH);
    }

    /** One for each interval. */
    static List<SeriesState> readAll(PackedReader from) throws MalformedStateException {
        List<SeriesState> all = new ArrayList<>();
        for (Interval interval : Interval.values()) {
            all.add(read(interval, from));
        }
        return List.copyOf(all);
    }

    private static SeriesState read(Interval interval, PackedReader from) throws MalformedStateException {
        int count = from.size(SymbolHistory.kept(interval));
        boolean hasOpen = from.flag();
        long[] closed = new long[count * BarSeries.WIDTH];
        long[] before = new long[BarSeries.WIDTH];
        for (int row = 0; row < count; row++) {
            readRow(interval, from, closed, row * BarSeries.WIDTH, before);
            if (row > 0 && closed[row * BarSeries.WIDTH] <= closed[(row - 1) * BarSeries.WIDTH]) {
                throw new MalformedStateException("bars are not oldest first");
            }
        }
        if (!hasOpen) {
            return new SeriesState(interval, closed, new long[0], 0, 0);
        }
        long newest = before[BarSeries.START];
        long[] open = new long[BarSeries.WIDTH];
        readRow(interval, from, open, 0, before);
        if (count > 0 && open[BarSeries.START] <= newest) {
            throw new MalformedStateException("an open bar before a closed one");
        }
        long firstTime = open[BarSeries.START] + from.difference();
        long lastTime = open[BarSeries.START] + from.difference();
        return new SeriesState(interval, closed, open, firstTime, lastTime);
    }

    private static void readRow(Interval interval, PackedReader from, long[] rows, int at, long[] before)
            throws MalformedStateException {
        try {
            long start = Math.addExact(Math.floorDiv(before[BarSeries.START], interval.micros()), from.difference());
            rows[at + BarSeries.START] = Math.multiplyExact(start, interval.micros());
        } catch (ArithmeticException e) {
            throw new MalformedStateException("a bar of no time");
        }
        long base = before[BarSeries.CLOSE];
        for (int column = BarSeries.OPEN; column <= BarSeries.CLOSE; column++) {
            rows[at + column] = base + from.difference();
            base = rows[at + BarSeries.OPEN];
        }
        rows[at + BarSeries.VOLUME] = from.count(0, Long.MAX_VALUE);
        rows[at + BarSeries.TRADES] = from.count(0, Long.MAX_VALUE);
        System.arraycopy(rows, at, before, 0, BarSeries.WIDTH);
    }
}
