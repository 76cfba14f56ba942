package dev.liveticker.server.cluster;

import dev.liveticker.server.cluster.Entry.Kind;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends entries to Redis. So many may be on their way at once, and so many bytes; one more fails at once, and nobody
 * waits. Safe in any thread; those of one thread keep their order.
 */
final class Appender {

    /** Entries on their way: about a second of a busy market, and less than one connection lets wait. */
    static final int MOST = 4_000;

    private static final long MOST_BYTES = 32L << 20;

    private static final long OF_ANOTHER = -1;
    private static final long BEGUN_ANEW = -2;
    private static final long OUT_OF_ORDER = -3;

    /** Under which lease an entry is added that not every node may add, and the how manieth of it it is. */
    record Ticket(String lease, long number) {

        /** For what every node may add. */
        static final Ticket ANY = new Ticket("", 0);
    }

    private final Keys keys;
    private final byte[] retained;
    private final InstantSource clock;
    private final Counters counters;
    private final AtomicLong bytes = new AtomicLong();

    Appender(Keys keys, int retained, InstantSource clock, Counters counters) {
        this.keys = keys;
        this.retained = Link.bytes(retained);
        this.clock = clock;
        this.counters = counters;
    }

    /** Adds one; as {@link Journal#append} says. */
    CompletableFuture<Long> append(Link link, String epoch, Ticket ticket, Kind kind, byte[] payload) {
        int before = counters.unanswered.getAndIncrement();
        long size = bytes.addAndGet(payload.length);
        if (before >= MOST || (before > 0 && size > MOST_BYTES)) {
            left(payload.length);
            counters.refused.increment();
            return CompletableFuture.failedFuture(new IOException("Redis is too slow: too much is on its way already"));
        }
        byte[] form = LogEntry.form(kind, epoch, clock.instant(), payload);
        CompletableFuture<Long> added = new CompletableFuture<>();
        settle(
                link.tell(
                        Script.APPEND,
                        keys.entries(),
                        Link.bytes(ticket.lease()),
                        Link.bytes(ticket.number()),
                        Link.bytes(epoch),
                        retained,
                        form),
                payload.length,
                added);
        return added;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Both ways it can end are dealt with.
    private void settle(CompletableFuture<Long> told, int length, CompletableFuture<Long> added) {
        told.whenComplete((index, failure) -> {
            left(length);
            if (failure == null && index > 0) {
                added.complete(index);
            } else {
                counters.refused.increment();
                added.completeExceptionally(failure == null ? refusal(index) : Loop.cause(failure));
            }
        });
    }

    private void left(int length) {
        counters.unanswered.decrementAndGet();
        bytes.addAndGet(-length);
    }

    private static Exception refusal(long code) {
        if (code == OF_ANOTHER) {
            return new FencedException("the market is another node's by now");
        }
        if (code == BEGUN_ANEW) {
            return new FencedException("the log has begun anew");
        }
        if (code == OUT_OF_ORDER) {
            return new FencedException("an entry before this one was not added");
        }
        return new IOException("Redis gave an answer of another form: " + code);
    }
}
