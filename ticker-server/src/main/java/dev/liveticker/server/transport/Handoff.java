package dev.liveticker.server.transport;

import dev.liveticker.server.hub.Subscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way from the hub's thread to one I/O thread and back. What is handed over in a burst, a frame for each of a
 * thousand connections, wakes that thread once instead of a thousand times; and what it has written of that is reported
 * at once too. Bounded by its users: each connection has at most one frame and one end on the way. Any thread may hand
 * over; tasks run in order.
 */
public final class Handoff {

    private static final Logger log = LoggerFactory.getLogger(Handoff.class);

    /** So that the hub goes on while a long burst is written. */
    private static final int REPORT_AT = 256;

    private final Executor thread;
    private final Consumer<List<Subscriber>> report;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean awake = new AtomicBoolean();
    private List<Subscriber> drained = new ArrayList<>();
    private boolean running;

    /** @param report takes those whose frames are written; not to be changed by it */
    Handoff(Executor thread, Consumer<List<Subscriber>> report) {
        this.thread = thread;
        this.report = report;
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

    /** A subscriber's frame is written. On the I/O thread only. */
    public void drained(Subscriber subscriber) {
        drained.add(subscriber);
        if (!running || drained.size() >= REPORT_AT) {
            report();
        }
    }

    private void report() {
        if (!drained.isEmpty()) {
            List<Subscriber> written = drained;
            drained = new ArrayList<>();
            report.accept(written);
        }
    }

    private void run() {
        // Before the first look, so that whoever adds after the last one wakes the thread again.
        awake.set(false);
        running = true;
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            try {
                task.run();
            } catch (RuntimeException e) {
                log.error("A connection failed", e);
            }
        }
        running = false;
        report();
    }

    /** One for each I/O thread. */
    public static final class PerThread {

        private final Map<Executor, Handoff> handoffs = new ConcurrentHashMap<>();
        private final Consumer<List<Subscriber>> report;

        /** @param report takes those whose frames are written, on an I/O thread; not to be changed by it */
        public PerThread(Consumer<List<Subscriber>> report) {
            this.report = report;
        }

        public Handoff to(Executor thread) {
            return handoffs.computeIfAbsent(thread, executor -> new Handoff(executor, report));
        }
    }
}
