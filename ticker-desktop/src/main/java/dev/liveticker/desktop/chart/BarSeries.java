package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.indicator.Bars;
import dev.liveticker.message.Bar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The bars of one symbol in the order of time, one for each start. For one thread. */
final class BarSeries implements Bars {

    /** About three and a half days of minutes; older bars go first. */
    static final int MOST_BARS = 5_000;

    private static final Comparator<Candle> BY_START = Comparator.comparingLong(Candle::start);

    private final List<Candle> candles = new ArrayList<>();

    @Override
    public int size() {
        return candles.size();
    }

    @Override
    public long start(int index) {
        return candles.get(index).start();
    }

    @Override
    public double open(int index) {
        return candles.get(index).open();
    }

    @Override
    public double high(int index) {
        return candles.get(index).high();
    }

    @Override
    public double low(int index) {
        return candles.get(index).low();
    }

    @Override
    public double close(int index) {
        return candles.get(index).close();
    }

    @Override
    public double volume(int index) {
        return candles.get(index).volume();
    }

    boolean isEmpty() {
        return candles.isEmpty();
    }

    Candle get(int index) {
        return candles.get(index);
    }

    /** Whether anything was traded; of an index, nothing ever is. */
    boolean hasVolume() {
        return candles.stream().anyMatch(candle -> candle.volume() > 0);
    }

    void clear() {
        candles.clear();
    }

    /** Forgets the bars that start later; whether there were any. */
    boolean dropAfter(long start) {
        return candles.removeIf(candle -> candle.start() > start);
    }

    /** Takes in a bar: a new one, or a newer state of one that is there. */
    void put(Bar bar) {
        Candle candle = Candle.of(bar);
        int size = candles.size();
        if (size == 0 || candles.get(size - 1).start() < candle.start()) {
            candles.add(candle);
        } else {
            int index = Collections.binarySearch(candles, candle, BY_START);
            if (index >= 0) {
                candles.set(index, candle);
            } else {
                candles.add(-index - 1, candle);
            }
        }
        if (candles.size() > MOST_BARS) {
            candles.removeFirst();
        }
    }

    /** Takes in what was fetched; of a bar known already, the live state stands only if it is the newest one. */
    void merge(List<Bar> fetched) {
        Candle newest = candles.isEmpty() ? null : candles.getLast();
        fetched.forEach(this::put);
        if (newest != null) {
            int index = Collections.binarySearch(candles, newest, BY_START);
            if (index >= 0 && candles.get(index).volume() < newest.volume()) {
                candles.set(index, newest);
            }
        }
    }
}
