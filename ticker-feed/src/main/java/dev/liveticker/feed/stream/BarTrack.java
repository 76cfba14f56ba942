package dev.liveticker.feed.stream;

import dev.liveticker.message.Bar;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which bars of one symbol and interval came in. */
final class BarTrack {

    /** More closed bars than that do not come while one hole is being filled. */
    private static final int MAX_CLOSED = 10_000;

    private final Set<Long> closedSinceGap = new HashSet<>();
    private long lastSeq;
    private long lastClosedStart = Long.MIN_VALUE;
    private long completeUntil = Long.MIN_VALUE;
    private boolean announced;
    private boolean anew;

    /** False for one that came before. */
    boolean take(Bar bar) {
        if (bar.seq() <= lastSeq) {
            return false;
        }
        lastSeq = bar.seq();
        if (bar.closed()) {
            // A market may begin anew at an earlier time; then nothing of before tells what is missing.
            lastClosedStart = anew ? bar.start() : Math.max(lastClosedStart, bar.start());
            anew = false;
            if (announced && closedSinceGap.size() < MAX_CLOSED) {
                closedSinceGap.add(bar.start());
            }
        }
        return true;
    }

    void announce() {
        if (!announced) {
            announced = true;
            completeUntil = lastClosedStart;
        }
    }

    boolean hasHoles() {
        return announced;
    }

    /** The numbering began anew; where a bar starts is as true as before. */
    void forgetNumbers() {
        lastSeq = 0;
        anew = true;
    }

    /**
     * Takes in the newest bars as the server keeps them.
     *
     * @param kept oldest first
     * @param all whether the server keeps no older ones
     * @return the closed ones that were missing, oldest first
     */
    Healing heal(List<Bar> kept, boolean all) {
        // Before the first closed bar nothing tells where the hole begins.
        boolean complete = completeUntil != Long.MIN_VALUE
                && (all || (!kept.isEmpty() && kept.getFirst().start() <= completeUntil));
        List<Bar> found = completeUntil == Long.MIN_VALUE
                ? List.of()
                : kept.stream()
                        .filter(bar ->
                                bar.closed() && bar.start() > completeUntil && !closedSinceGap.contains(bar.start()))
                        .toList();
        for (Bar bar : found) {
            lastClosedStart = Math.max(lastClosedStart, bar.start());
        }
        closedSinceGap.clear();
        announced = false;
        return new Healing(found, complete);
    }

    /** @param complete whether nothing is missing any more */
    record Healing(List<Bar> found, boolean complete) {}
}
