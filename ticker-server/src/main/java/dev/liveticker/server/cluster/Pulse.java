package dev.liveticker.server.cluster;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at Redis a few times in the time of a lease: whether it is there, who runs the market, how far the log is;
 * renews this node's lease by that, or takes it. One look at a time. On the loop alone.
 */
final class Pulse {

    /** How often in the time of a lease. */
    private static final int LOOKS = 3;

    /** How much later than a lease of another runs out it is worth a look. */
    private static final Duration AFTERWARDS = Duration.ofMillis(5);

    /** What has become of this node's lease. */
    enum Change {
        TAKEN,
        LOST,
        AS_BEFORE
    }

    /**
     * What was seen.
     *
     * @param glance what Redis said
     * @param aim what the lease was wanted for
     * @param lease what has become of it
     * @param applied the last entry that was applied here when the look began
     */
    record Look(Glance glance, Aim aim, Change lease, long applied) {}

    private final String self;
    private final Duration length;
    private final Lease lease;
    private final Loop loop;
    private final Counters counters;
    private final LongSupplier nanos;
    private @Nullable Link at;
    private @Nullable String epoch;
    private boolean looking;
    private int generation;
    private long began;
    private long next;

    Pulse(String self, Duration length, Loop loop, Counters counters, LongSupplier nanos) {
        this.self = self;
        this.length = length;
        this.lease = new Lease(length);
        this.loop = loop;
        this.counters = counters;
        this.nanos = nanos;
    }

    Lease lease() {
        return lease;
    }

    boolean looking() {
        return looking;
    }

    /** Whether it is time to look again. */
    boolean due(long now) {
        return !looking && now - next >= 0;
    }

    /** It is worth looking again as soon as this look is over. */
    void soon() {
        next = nanos.getAsLong();
    }

    /** How long an answer may take. */
    Duration patience() {
        return patience(length);
    }

    static Duration patience(Duration lease) {
        return lease.multipliedBy(2).dividedBy(LOOKS);
    }

    /** Whether an answer is taking too long. */
    boolean silent(long now) {
        return looking && now - began > patience().toNanos();
    }

    /** This node was busy, or paused, itself: an answer may be there and not have been looked at. */
    void excuse(long now) {
        began = now;
    }

    /** Waits for no answer any more. */
    void stop() {
        generation++;
        looking = false;
        at = null;
        epoch = null;
    }

    /**
     * Looks.
     *
     * @param aim what the lease is wanted for if it is free
     * @param applied the last entry applied here
     * @param seen told what was seen; not if there is no answer, which {@link #silent} or the link's end tell
     */
    void at(Link link, Aim aim, long applied, Consumer<Look> seen) {
        if (link != at) {
            stop();
            at = link;
        }
        looking = true;
        began = nanos.getAsLong();
        next = began + length.toNanos() / LOOKS;
        int asked = ++generation;
        long sent = began;
        String held = lease.holder();
        Aim wanted = held == null ? aim : Aim.NONE;
        CompletableFuture<List<Object>> answer = link.ask(
                Script.TICK,
                Link.bytes(self),
                Link.bytes(held == null ? "" : held),
                Link.bytes(length.toMillis()),
                Link.bytes(epoch == null ? "" : epoch),
                Link.bytes(wanted == Aim.NONE ? "0" : "1"));
        loop.when(
                answer.thenCombine(link.listening(), (said, pong) -> said),
                said -> {
                    if (asked == generation) {
                        looking = false;
                        counters.roundTripNanos.set(nanos.getAsLong() - sent);
                        seen.accept(look(Glance.of(said), wanted, sent, applied));
                    }
                },
                failure -> {
                    if (asked == generation) {
                        link.close();
                    }
                });
    }

    private Look look(Glance glance, Aim wanted, long sent, long applied) {
        epoch = glance.epoch();
        String held = lease.holder();
        String there = glance.lease();
        Change change = Change.AS_BEFORE;
        if (there != null && there.equals(held)) {
            lease.granted(there, sent);
        } else if (held != null) {
            lease.ended();
            change = Change.LOST;
        } else if (there != null && glance.taken() && wanted != Aim.NONE) {
            lease.granted(there, sent);
            change = Change.TAKEN;
        }
        if (there != null && !self.equals(glance.leader())) {
            long over = nanos.getAsLong()
                    + Duration.ofMillis(glance.left()).plus(AFTERWARDS).toNanos();
            if (over - next < 0) {
                next = over;
            }
        }
        return new Look(glance, wanted, change, applied);
    }
}
