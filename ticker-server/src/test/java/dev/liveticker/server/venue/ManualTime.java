package dev.liveticker.server.venue;

import dev.liveticker.feed.FeedLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;

/** A loop whose thread is the test's and whose time passes only when told to. */
final class ManualTime implements FeedLoop {

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
    private long nanos = 1;
    private Instant wallClock = Instant.parse("2026-03-06T14:30:00Z");

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
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
        timers.clear();
    }

    /** Does what there is to do now. */
    void run() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    /** How many timers run. */
    int timers() {
        return timers.size();
    }

    void pass(Duration duration) {
        run();
        long until = nanos + duration.toNanos();
        while (true) {
            Timer due = timers.stream()
                    .filter(timer -> timer.at <= until)
                    .min(Comparator.comparingLong(timer -> timer.at))
                    .orElse(null);
            if (due == null) {
                moveTo(until);
                return;
            }
            moveTo(Math.max(nanos, due.at));
            timers.remove(due);
            due.task.run();
            run();
        }
    }

    private void moveTo(long newNanos) {
        wallClock = wallClock.plusNanos(newNanos - nanos);
        nanos = newNanos;
    }
}
