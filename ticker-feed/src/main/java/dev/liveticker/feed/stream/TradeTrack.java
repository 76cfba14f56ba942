package dev.liveticker.feed.stream;

import dev.liveticker.message.Gap;
import dev.liveticker.message.Trade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which trades of one symbol came in, by their ids, which rise by one. */
final class TradeTrack {

    /** Holes remembered at once; past it the oldest is given up. */
    private static final int MAX_HOLES = 64;

    /** First missing id to last missing id. */
    private final TreeMap<Long, Long> missing = new TreeMap<>();

    private boolean any;
    private long lastId;
    private @Nullable Gap announced;

    /** What a trade is to what came before. */
    enum Verdict {
        NEXT,
        /** New, and some before it are missing. */
        AFTER_HOLE,
        /** One of those that were missing. */
        LATE,
        DUPLICATE
    }

    Verdict take(Trade trade) {
        long id = trade.tradeId();
        if (any && id <= lastId) {
            return fill(id) ? Verdict.LATE : Verdict.DUPLICATE;
        }
        boolean hole = any && id > lastId + 1;
        if (hole) {
            missing.put(lastId + 1, id - 1);
            if (missing.size() > MAX_HOLES) {
                missing.pollFirstEntry();
            }
        }
        any = true;
        lastId = id;
        // An announced gap is this very hole, and counted already.
        return hole && announced == null ? Verdict.AFTER_HOLE : Verdict.NEXT;
    }

    void announce(Gap gap) {
        announced = gap;
    }

    boolean hasHoles() {
        return announced != null || !missing.isEmpty();
    }

    /**
     * Takes in the newest trades as the server keeps them, which may fill the holes.
     *
     * @param kept oldest first, without a hole
     * @param all whether the server keeps no older ones
     * @return those that were missing
     */
    Healing heal(List<Trade> kept, boolean all) {
        List<Trade> sorted =
                kept.stream().sorted(Comparator.comparingLong(Trade::tradeId)).toList();
        boolean complete = all || (!sorted.isEmpty() && reachesBack(sorted.getFirst()));
        Gap gap = announced;
        List<Trade> found = new ArrayList<>();
        for (Trade trade : sorted) {
            boolean unseen = any ? trade.tradeId() > lastId : gap != null && isIn(gap, trade);
            if (fill(trade.tradeId())) {
                found.add(trade);
            } else if (gap != null && unseen) {
                found.add(trade);
                any = true;
                lastId = trade.tradeId();
            }
        }
        if (!sorted.isEmpty()) {
            // What the server no longer has will not come any more.
            missing.headMap(sorted.getLast().tradeId(), true).clear();
        }
        announced = null;
        return new Healing(found, complete);
    }

    private boolean reachesBack(Trade oldest) {
        boolean toHoles = missing.isEmpty() || oldest.tradeId() <= missing.firstKey();
        boolean toGap =
                announced == null || (any ? oldest.tradeId() <= lastId + 1 : oldest.seq() <= announced.fromSeq());
        return toHoles && toGap;
    }

    /** @param complete whether nothing is missing any more */
    record Healing(List<Trade> found, boolean complete) {}

    private boolean fill(long id) {
        Map.Entry<Long, Long> hole = missing.floorEntry(id);
        if (hole == null || hole.getValue() < id) {
            return false;
        }
        missing.remove(hole.getKey());
        if (hole.getKey() < id) {
            missing.put(hole.getKey(), id - 1);
        }
        if (id < hole.getValue()) {
            missing.put(id + 1, hole.getValue());
        }
        return true;
    }

    private static boolean isIn(Gap gap, Trade trade) {
        return trade.seq() >= gap.fromSeq() && trade.seq() <= gap.toSeq();
    }
}
