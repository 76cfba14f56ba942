package dev.liveticker.server.venue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * The trades of one symbol of a venue that numbers them without holes. Where some are missing, what comes after them is
 * held until they are fetched or given up, so that order is kept. Numbers are from 1 to 2^53. Not safe for several
 * threads.
 */
final class TradeSequence {

    /** How many trades are held while others are fetched. */
    static final int MOST_HELD = 5_000;

    /** More than this missing is not fetched: it would take longer than it is worth. */
    static final long MOST_FETCHED = 5_000;

    /** A number so far off is neither late nor a gap: the venue counts anew. */
    private static final long COUNTS_ANEW = 1_000_000;

    private final LongSupplier now;
    private final NavigableMap<Long, VenueTrade> held = new TreeMap<>();
    private boolean begun;
    private long newest;
    private long newestTime;
    private long announced;

    /** @param now the time of day, microseconds since the Unix epoch */
    TradeSequence(LongSupplier now) {
        this.now = now;
    }

    /**
     * What became of a trade.
     *
     * @param ready what can be handed on now, in order
     * @param taken how many were new
     * @param duplicates how many were known already
     * @param lost how many will never come
     */
    record Outcome(List<VenueTrade> ready, int taken, int duplicates, long lost) {}

    /** The first of the trades that are missing, to the one before the next that is held or known of. */
    Optional<MissingTrades> missing() {
        if (!begun) {
            return Optional.empty();
        }
        long next = held.isEmpty() ? announced + 1 : held.firstKey();
        return next > newest + 1 ? Optional.of(new MissingTrades(newest + 1, next - 1)) : Optional.empty();
    }

    /** Whether a trade came that others are missing before. */
    boolean holds() {
        return !held.isEmpty();
    }

    /**
     * The time of the newest trade handed on, microseconds since the Unix epoch. One that cannot be does not count, so
     * that whatever a venue says there, missing trades are looked for where they are.
     */
    long newestTime() {
        return newestTime;
    }

    /** Counts from here on; false, and nothing changes, if it counts already. */
    boolean beginAfter(long id, long time) {
        if (begun) {
            return false;
        }
        begun = true;
        newest = id;
        newestTime = MarketPicture.isTimely(time, now.getAsLong())
                ? time
                : now.getAsLong() - MarketPicture.MOST_AHEAD.toMillis() * 1_000;
        announced = id;
        return true;
    }

    Outcome offer(VenueTrade trade) {
        return offer(List.of(trade));
    }

    /** Takes trades in any order, of which some may be known. */
    Outcome offer(Collection<VenueTrade> trades) {
        List<VenueTrade> ready = new ArrayList<>();
        int taken = 0;
        int duplicates = 0;
        long lost = 0;
        for (VenueTrade trade : trades) {
            if (begun && Math.abs(trade.id() - newest) > COUNTS_ANEW) {
                Outcome rest = giveUp();
                ready.addAll(rest.ready());
                lost += rest.lost();
                begun = false;
            }
            beginAfter(trade.id() - 1, trade.time());
            if (trade.id() <= newest || held.putIfAbsent(trade.id(), trade) != null) {
                duplicates++;
            } else {
                taken++;
            }
        }
        drain(ready);
        if (held.size() > MOST_HELD
                || missing().filter(gap -> gap.count() > MOST_FETCHED).isPresent()) {
            Outcome rest = giveUp();
            ready.addAll(rest.ready());
            lost += rest.lost();
        }
        return new Outcome(ready, taken, duplicates, lost);
    }

    /** Only what fills holes, of an answer that may hold other trades too. */
    Outcome fill(Collection<VenueTrade> trades) {
        if (held.isEmpty() && announced <= newest) {
            return new Outcome(List.of(), 0, 0, 0);
        }
        long end = held.isEmpty() ? announced : Math.max(announced, held.lastKey());
        return offer(trades.stream()
                .filter(trade -> trade.id() > newest && trade.id() <= end && !held.containsKey(trade.id()))
                .toList());
    }

    /** The venue says that there are trades up to this one. */
    void upTo(long id) {
        if (begun && id > newest && id - newest <= MOST_FETCHED) {
            announced = Math.max(announced, id);
        }
    }

    /** Goes on without what is missing. */
    Outcome giveUp() {
        List<VenueTrade> ready = new ArrayList<>();
        long lost = 0;
        while (!held.isEmpty()) {
            lost += held.firstKey() - newest - 1;
            newest = held.firstKey() - 1;
            drain(ready);
        }
        if (announced > newest) {
            lost += announced - newest;
            newest = announced;
        }
        return new Outcome(ready, 0, 0, lost);
    }

    private void drain(List<VenueTrade> ready) {
        while (!held.isEmpty() && held.firstKey() == newest + 1) {
            VenueTrade next = held.pollFirstEntry().getValue();
            newest++;
            if (next.time() > newestTime && MarketPicture.isTimely(next.time(), now.getAsLong())) {
                newestTime = next.time();
            }
            ready.add(next);
        }
    }
}
