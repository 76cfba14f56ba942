package dev.liveticker.desktop.indicator;

import java.util.ArrayList;
import java.util.List;

/** Bars that a test can change. */
class ArrayBars implements Bars {

    static final long MINUTE = 60_000_000;

    record Row(long start, double open, double high, double low, double close, double volume) {}

    final List<Row> rows = new ArrayList<>();

    static ArrayBars ofCloses(double... closes) {
        ArrayBars bars = new ArrayBars();
        for (double close : closes) {
            bars.add(close, close, close, 1);
        }
        return bars;
    }

    /** Adds the next minute. */
    void add(double high, double low, double close, double volume) {
        long start = rows.isEmpty() ? 0 : rows.getLast().start() + MINUTE;
        rows.add(new Row(start, close, high, low, close, volume));
    }

    void close(int index, double close) {
        Row row = rows.get(index);
        rows.set(index, new Row(row.start(), close, close, close, close, row.volume()));
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public long start(int index) {
        return rows.get(index).start();
    }

    @Override
    public double open(int index) {
        return rows.get(index).open();
    }

    @Override
    public double high(int index) {
        return rows.get(index).high();
    }

    @Override
    public double low(int index) {
        return rows.get(index).low();
    }

    @Override
    public double close(int index) {
        return rows.get(index).close();
    }

    @Override
    public double volume(int index) {
        return rows.get(index).volume();
    }
}
