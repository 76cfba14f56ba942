package dev.liveticker.server.cluster;

import dev.liveticker.server.cluster.Entry.Kind;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Where any node may add: users' requests, and nothing of the market. Safe in any thread. */
final class Requests implements Journal {

    private final Appender appender;
    private volatile @Nullable Place place;

    /** Where the log is at the moment. */
    private record Place(Link link, String epoch) {}

    Requests(Appender appender) {
        this.appender = appender;
    }

    @Override
    public CompletableFuture<Long> append(Kind kind, byte[] payload) {
        return switch (kind) {
            case MARKET ->
                CompletableFuture.failedFuture(
                        new FencedException("only the node that runs the market adds what happens there"));
            case REQUEST -> {
                Place now = place;
                yield now == null
                        ? CompletableFuture.failedFuture(new IOException("the node is not in touch with its cluster"))
                        : appender.append(now.link(), now.epoch(), Appender.Ticket.ANY, kind, payload);
            }
        };
    }

    /** There is a log to add to. */
    void open(Link link, String epoch) {
        place = new Place(link, epoch);
    }

    /** There is none, or this node does not know it. */
    void shut() {
        place = null;
    }
}
