package dev.liveticker.server.cluster;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where this node is in the log, and how it keeps up with it: what is published is applied in order; what is missing
 * there is read from the stream before anything later is applied. After each new link the log is first read from the
 * last entry applied, which must be there as it was: a Redis that came back with less than it had may have gone on with
 * other entries under the same numbers. On the loop alone.
 */
final class Following {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    /** Entries read at once. */
    private static final int PAGE = 500;

    /** Entries that may wait for one that is missing. */
    private static final int EARLY = 10_000;

    /** Who is told. */
    interface Watcher {

        /** All that was in the log has been applied; what comes next comes by itself. */
        void caughtUp();

        /** The log is not the one that this node was in, or does not reach back to where it was. */
        void lostTrack(String why);

        /** An entry cannot be taken in here: a state from before it would lead to it again. */
        void stuck(String why);
    }

    private final Replica replica;
    private final InstantSource clock;
    private final Counters counters;
    private final Loop loop;
    private final Watcher watcher;

    private @Nullable String epoch;
    private @Nullable Follower follower;
    private @Nullable Link link;
    private byte @Nullable [] last;
    private boolean astray;
    private boolean verified;
    private boolean reading;
    private boolean garbled;
    private int generation;
    private Duration behind = Duration.ZERO;

    Following(Replica replica, InstantSource clock, Counters counters, Loop loop, Watcher watcher) {
        this.replica = replica;
        this.clock = clock;
        this.counters = counters;
        this.loop = loop;
        this.watcher = watcher;
    }

    /** Whether the replica has a state that is, or was, the cluster's. */
    boolean informed() {
        return follower != null;
    }

    /** Whether that state can be gone on from, as far as is known. */
    boolean onTrack() {
        return follower != null && !astray;
    }

    @Nullable
    String epoch() {
        return epoch;
    }

    /** The last entry applied; 0 for none. */
    long applied() {
        return follower == null ? 0 : follower.applied();
    }

    /** How old the last entry was when it was applied here. */
    Duration behind() {
        return behind;
    }

    /** The replica has become another state, of the log as it is in Redis. */
    void become(String newEpoch, long index) {
        epoch = newEpoch;
        follower = new Follower(index, EARLY);
        last = null;
        astray = false;
        behind = Duration.ZERO;
        begin();
    }

    /** The replica's state is of no use. */
    void forget() {
        epoch = null;
        follower = null;
        last = null;
        astray = false;
        generation++;
    }

    /** There is a new link, which hears what is published from now on. */
    void linked(Link newLink) {
        link = newLink;
        begin();
    }

    void unlinked() {
        link = null;
        generation++;
    }

    /** What was applied is not what is in Redis. */
    void strayed() {
        astray = true;
        generation++;
    }

    /** Something was published among the entries; without effect if it is of another log. */
    void heard(byte[] message) {
        LogEntry entry;
        try {
            entry = LogEntry.published(message);
        } catch (IllegalArgumentException e) {
            if (!garbled) {
                garbled = true;
                LOG.warn("Something was published among the entries that is none, or one of another version", e);
            }
            return;
        }
        if (follower != null && !astray && entry.epoch().equals(epoch)) {
            apply(follower.offer(entry));
            if (verified && follower.lacks()) {
                read();
            }
        }
    }

    /** Redis says that the log reaches to there. */
    void seen(long index) {
        if (follower != null && !astray) {
            follower.seen(index);
            if (!verified || follower.lacks()) {
                read();
            }
        }
    }

    private void begin() {
        generation++;
        verified = false;
        reading = false;
        if (follower != null) {
            follower.hold();
        }
    }

    private void read() {
        Link from = link;
        if (reading || from == null || follower == null) {
            return;
        }
        reading = true;
        int asked = generation;
        boolean again = !verified && last != null;
        long known = follower.end();
        loop.when(
                from.read(follower.applied() + (again ? 0 : 1), PAGE),
                page -> {
                    if (asked == generation) {
                        reading = false;
                        take(page, known);
                    }
                },
                failure -> {
                    if (asked != generation) {
                        return;
                    }
                    reading = false;
                    if (failure instanceof IllegalArgumentException) {
                        strayed();
                        watcher.stuck("an entry cannot be read: " + failure.getMessage());
                    } else {
                        LOG.warn("The cluster's log could not be read; the node connects anew", failure);
                        from.close();
                    }
                });
    }

    /** @param known how far the log was known to reach when the page was asked for */
    private void take(List<LogEntry> page, long known) {
        Follower now = follower;
        if (now == null) {
            return;
        }
        List<LogEntry> rest = page;
        if (!verified) {
            byte[] expected = last;
            if (expected != null) {
                if (page.isEmpty() || !Arrays.equals(page.getFirst().form(), expected)) {
                    lose("entry " + now.applied() + " is not there any more as it was");
                    return;
                }
                rest = page.subList(1, page.size());
            }
            verified = true;
        }
        if (!rest.isEmpty() && rest.getFirst().index() > now.applied() + 1) {
            lose("entry " + (now.applied() + 1) + " is kept no longer");
            return;
        }
        long before = now.applied();
        for (LogEntry entry : rest) {
            if (!entry.epoch().equals(epoch)) {
                lose("the log has begun anew");
                return;
            }
            apply(now.offer(entry));
        }
        // What was published meanwhile comes after what was read.
        apply(now.release());
        counters.healed.add(Math.min(rest.size(), now.applied() - before));
        if (astray) {
            return;
        }
        if (page.size() == PAGE) {
            read();
        } else if (now.lacks()) {
            if (rest.isEmpty() && known > now.applied()) {
                lose("entry " + (now.applied() + 1) + " is kept no longer");
            } else {
                read();
            }
        } else {
            watcher.caughtUp();
        }
    }

    private void apply(List<LogEntry> ready) {
        for (LogEntry entry : ready) {
            if (astray) {
                return;
            }
            try {
                replica.apply(entry.entry());
            } catch (RuntimeException e) {
                LOG.error("Entry {} could not be applied", entry.index(), e);
                strayed();
                watcher.stuck("entry " + entry.index() + " could not be applied");
                return;
            }
            last = entry.form();
            Duration age = Duration.between(entry.written(), clock.instant());
            behind = age.isNegative() ? Duration.ZERO : age;
        }
    }

    private void lose(String why) {
        strayed();
        watcher.lostTrack(why);
    }
}
