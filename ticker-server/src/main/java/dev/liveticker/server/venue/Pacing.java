package dev.liveticker.server.venue;

import dev.liveticker.feed.FeedLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/** Does one thing after the other, with at least so much time between two. Used on the loop alone. */
final class Pacing {

    /** Far more than a venue lets one say at once. */
    private static final int MOST_WAITING = 4_096;

    private final FeedLoop loop;
    private final long everyNanos;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private long nextAt;
    private boolean armed;

    Pacing(FeedLoop loop, Duration every) {
        this.loop = loop;
        this.everyNanos = every.toNanos();
        this.nextAt = loop.nanos();
    }

    /** @throws IllegalStateException if far too much waits already */
    void add(Runnable task) {
        if (waiting.size() >= MOST_WAITING) {
            throw new IllegalStateException("too much to say at once");
        }
        waiting.add(task);
        pump();
    }

    /** Forgets what has not been done. */
    void clear() {
        waiting.clear();
    }

    private void pump() {
        if (armed) {
            return;
        }
        long wait = nextAt - loop.nanos();
        if (wait > 0) {
            armed = true;
            loop.schedule(Duration.ofNanos(wait), () -> {
                armed = false;
                pump();
            });
            return;
        }
        Runnable task = waiting.poll();
        if (task != null) {
            nextAt = loop.nanos() + everyNanos;
            task.run();
            if (!waiting.isEmpty()) {
                pump();
            }
        }
    }
}
