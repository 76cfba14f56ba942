package dev.liveticker.server.archive;

import dev.liveticker.message.Bar;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.history.EarlierBars;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Where closed bars, the open minute and the newest quote of each symbol are kept. Bars of different markets are kept
 * apart, so that what was made up never continues what was real. {@link #before} is for any thread; the rest is for one
 * at a time.
 */
public interface BarArchive extends AutoCloseable {

    /**
     * What is to be kept.
     *
     * @param closed one that is kept already stays as it is
     * @param openMinutes one-minute bars that are not over; the newest of a symbol takes the place of the one before
     * @param quotes whole ones, the newest of a symbol
     */
    record Batch(List<Bar> closed, List<Bar> openMinutes, List<Quote> quotes) {}

    /** Whether what is kept outlasts the process. */
    boolean durable();

    /** The name of the market whose data are at hand: the one kept last, or turned to; empty if none ever was. */
    String market();

    /**
     * From now on the data of this market are at hand.
     *
     * @throws IOException if that cannot be had
     */
    void turnTo(String market) throws IOException;

    /** The newest quote of each symbol of the market, unnumbered. */
    Map<Symbol, Quote> quotes() throws IOException;

    /** How far the market's bars reach, microseconds since the epoch; {@link Long#MIN_VALUE} if it has none. */
    long end() throws IOException;

    /** What it takes to go on with each symbol of the market; none of which nothing is kept. */
    Map<Symbol, EarlierBars> earlier() throws IOException;

    /**
     * The newest {@code limit} closed bars of the market whose start is in {@code [from, to)}, oldest first.
     *
     * @throws ArchiveBusyException if too many ask at once
     * @throws IOException if the disk does not give them
     */
    List<Bar> before(Symbol symbol, Interval interval, long from, long to, int limit) throws IOException;

    /**
     * Keeps all of it or nothing.
     *
     * @throws IOException if it could not be kept
     */
    void keep(Batch batch) throws IOException;

    /**
     * Drops some of the bars that are older than they need be; a few at a time, so that nobody waits for it.
     *
     * @param now microseconds since the epoch
     * @throws IOException if they could not be dropped
     */
    void prune(Retention retention, long now) throws IOException;

    @Override
    void close();

    /** Keeps nothing: what is in memory is all there is. */
    static BarArchive none() {
        return new NoArchive();
    }
}
