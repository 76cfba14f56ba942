package dev.liveticker.server.cluster;

import dev.liveticker.feed.machine.Backoff;
import dev.liveticker.feed.machine.Loss;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that there is a link: makes one, and another when it is over, with the waits between that clients of this
 * server keep. On the loop alone.
 */
final class Connector {

    private static final Logger LOG = LoggerFactory.getLogger(Connector.class);

    private final Redis redis;
    private final Keys keys;
    private final String node;
    private final Loop loop;
    private final Backoff backoff;
    private final Link.Events events;
    private final Consumer<Link> made;
    private boolean closed;
    private boolean complained;

    /** @param made takes a new link; called on the loop */
    Connector(
            Redis redis, Keys keys, String node, Loop loop, Backoff backoff, Link.Events events, Consumer<Link> made) {
        this.redis = redis;
        this.keys = keys;
        this.node = node;
        this.loop = loop;
        this.backoff = backoff;
        this.events = events;
        this.made = made;
    }

    /** Makes one now. */
    void connect() {
        if (closed) {
            return;
        }
        loop.when(link(), this::connected, failure -> {
            if (!complained) {
                complained = true;
                LOG.warn("Redis at {} cannot be had: {}; it is tried again and again", redis.where(), reason(failure));
            }
            connectLater();
        });
    }

    /** However it fails, it is tried again. */
    private CompletableFuture<Link> link() {
        try {
            return redis.connect(keys, node, events);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Makes one after a while. */
    void connectLater() {
        loop.after(backoff.next(Loss.broken("the link to Redis is over")), this::connect);
    }

    /** The link has proved that it lasts. */
    void lasts() {
        backoff.reset();
    }

    /** Makes no more. */
    void close() {
        closed = true;
    }

    private void connected(Link link) {
        if (closed) {
            link.close();
            return;
        }
        LOG.info("Node {} is connected to Redis at {}", node, redis.where());
        complained = false;
        made.accept(link);
    }

    private static String reason(Throwable failure) {
        Throwable last = failure;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return last instanceof TimeoutException ? "it does not answer in time" : last.toString();
    }
}
