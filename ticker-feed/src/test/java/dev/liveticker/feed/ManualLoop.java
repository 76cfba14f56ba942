package dev.liveticker.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;

/** A loop whose thread is the test's and whose time passes only when told to. */
final class ManualLoop implements FeedLoop {

    private static final class Timer {

        private final long at;
        private final Runnable task;

        private Timer(long at, Runnable task) {
            this.at = at;
            this.task = task;
        }
    }

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<Timer> timers = new ArrayList<>();
    private long nanos;
    private Instant wallClock = Instant.parse("2026-01-01T00:00:00Z");
    boolean closed;

    @Override
    public synchronized void execute(Runnable task) {
        if (!closed) {
            tasks.add(task);
        }
    }

    @Override
    public Runnable schedule(Duration delay, Runnable task) {
        Timer timer = new Timer(nanos + delay.toNanos(), task);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public Instant wallClock() {
        return wallClock;
    }

    @Override
    public void close() {
        closed = true;
    }

    /** Does what there is to do now. */
    ManualLoop run() {
        for (Runnable task = next(); task != null; task = next()) {
            task.run();
        }
        return this;
    }

    /** Lets time pass, on both clocks alike. */
    ManualLoop pass(Duration duration) {
        run();
        long until = nanos + duration.toNanos();
        while (true) {
            Timer due = timers.stream()
                    .filter(timer -> timer.at <= until)
                    .min(Comparator.comparingLong(timer -> timer.at))
                    .orElse(null);
            if (due == null) {
                moveTo(until);
                return this;
            }
            moveTo(Math.max(nanos, due.at));
            timers.remove(due);
            due.task.run();
            run();
        }
    }

    /** The machine sleeps: the time of day goes on alone. */
    void sleep(Duration duration) {
        wallClock = wallClock.plus(duration);
    }

    private synchronized Runnable next() {
        return tasks.poll();
    }

    private void moveTo(long newNanos) {
        wallClock = wallClock.plusNanos(newNanos - nanos);
        nanos = newNanos;
    }
}
