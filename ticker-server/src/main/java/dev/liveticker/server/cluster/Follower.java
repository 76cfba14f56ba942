package dev.liveticker.server.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Puts entries in order: takes them as they come, doubled, late, with holes, and hands each out once, none before the
 * one before it. What came too early waits, up to a bound; what is beyond it is as if it had never come. For one
 * thread.
 */
final class Follower {

    private final int bound;
    private final TreeMap<Long, LogEntry> early = new TreeMap<>();
    private long applied;
    private long end;
    private boolean holding;

    /**
     * @param applied the index that has been handed out last; 0 for none
     * @param bound how many entries may wait; positive
     */
    Follower(long applied, int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("at least one entry must be able to wait, not " + bound);
        }
        this.applied = applied;
        this.end = applied;
        this.bound = bound;
    }

    /** The index that has been handed out last. */
    long applied() {
        return applied;
    }

    /** The index that the log is known to reach to. */
    long end() {
        return end;
    }

    /** Whether the log is known to go on from there, but not how. */
    boolean lacks() {
        return end > applied;
    }

    /** How many entries wait for one before them. */
    int waiting() {
        return early.size();
    }

    /** The log is known to reach to there. */
    void seen(long index) {
        end = Math.max(end, index);
    }

    /** An entry came; the ones that it was the last lack of, in order. Empty while it {@linkplain #hold holds}. */
    List<LogEntry> offer(LogEntry entry) {
        long index = entry.index();
        if (index <= applied) {
            return List.of();
        }
        seen(index);
        if (index == applied + 1 && early.isEmpty() && !holding) {
            applied = index;
            return List.of(entry);
        }
        if (early.size() < bound) {
            early.putIfAbsent(index, entry);
        } else if (index < early.lastKey() && early.putIfAbsent(index, entry) == null) {
            // Those that are needed first are worth most.
            early.pollLastEntry();
        }
        return holding ? List.of() : ready();
    }

    /** Hands nothing out until it is released. */
    void hold() {
        holding = true;
    }

    /** Hands out again; what has become ready meanwhile. */
    List<LogEntry> release() {
        holding = false;
        return ready();
    }

    private List<LogEntry> ready() {
        List<LogEntry> ready = new ArrayList<>();
        while (!early.isEmpty() && early.firstKey() == applied + 1) {
            ready.add(early.pollFirstEntry().getValue());
            applied++;
        }
        return ready;
    }
}
