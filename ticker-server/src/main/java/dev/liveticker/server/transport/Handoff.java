package dev.liveticker.server.transport;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way from the hub's thread to one I/O thread. What is handed over in a burst, a frame for each of a thousand
 * connections, wakes that thread once instead of a thousand times. Bounded by its users: each connection has at most
 * one frame and one end on the way. Any thread may hand over; tasks run in order.
 */
public final class Handoff {

    private static final Logger log = LoggerFactory.getLogger(Handoff.class);

    private final Executor thread;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean awake = new AtomicBoolean();

    Handoff(Executor thread) {
        this.thread = thread;
    }

    public void add(Runnable task) {
        tasks.add(task);
        if (awake.compareAndSet(false, true)) {
            try {
                thread.execute(this::run);
            } catch (RejectedExecutionException e) {
                // The server has stopped, and its connections with it: nobody is left to be told.
                tasks.clear();
            }
        }
    }

    private void run() {
        // Before the first look, so that whoever adds after the last one wakes the thread again.
        awake.set(false);
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            try {
                task.run();
            } catch (RuntimeException e) {
                log.error("A connection failed", e);
            }
        }
    }

    /** One for each I/O thread. */
    public static final class PerThread {

        private final Map<Executor, Handoff> handoffs = new ConcurrentHashMap<>();

        public Handoff to(Executor thread) {
            return handoffs.computeIfAbsent(thread, Handoff::new);
        }
    }
}
