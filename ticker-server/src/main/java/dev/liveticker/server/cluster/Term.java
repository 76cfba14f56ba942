package dev.liveticker.server.cluster;

import dev.liveticker.server.cluster.Appender.Ticket;
import dev.liveticker.server.cluster.Entry.Kind;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The journal of a node that runs the market, for as long as it does. The first entry that cannot be added ends it:
 * none after it is added either, here and, by its number, in Redis, so that the log never lacks something in between.
 * Safe in any thread.
 */
final class Term implements Journal {

    private final Link link;
    private final String epoch;
    private final String lease;
    private final Appender appender;
    private final Journal requests;
    private final Consumer<Throwable> broken;
    private long number;
    private boolean over;

    /** @param broken told once, in any thread, that an entry of the market could not be added */
    Term(Link link, String epoch, String lease, Appender appender, Journal requests, Consumer<Throwable> broken) {
        this.link = link;
        this.epoch = epoch;
        this.lease = lease;
        this.appender = appender;
        this.requests = requests;
        this.broken = broken;
    }

    @Override
    public CompletableFuture<Long> append(Kind kind, byte[] payload) {
        return switch (kind) {
            case REQUEST -> requests.append(kind, payload);
            case MARKET -> market(payload);
        };
    }

    private CompletableFuture<Long> market(byte[] payload) {
        CompletableFuture<Long> added;
        synchronized (this) {
            if (over) {
                return CompletableFuture.failedFuture(
                        new FencedException("this node does not run the market any more"));
            }
            number++;
            added = appender.append(link, epoch, new Ticket(lease, number), Kind.MARKET, payload);
        }
        watch(added);
        return added;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The one that was asked for is what the caller gets, as it is.
    private void watch(CompletableFuture<Long> added) {
        added.whenComplete((index, failure) -> {
            if (failure != null && end()) {
                broken.accept(Loop.cause(failure));
            }
        });
    }

    /** Lets nothing of the market be added any more; whether that was possible until now. */
    synchronized boolean end() {
        boolean ends = !over;
        over = true;
        return ends;
    }
}
