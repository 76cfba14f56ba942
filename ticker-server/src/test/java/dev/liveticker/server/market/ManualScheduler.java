package dev.liveticker.server.market;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs what is scheduled at a fixed rate only when a test says so, and in the test's own thread. */
final class ManualScheduler extends ScheduledThreadPoolExecutor {

    private Runnable task = () -> {
        throw new IllegalStateException("nothing is scheduled");
    };
    private long periodNanos;

    ManualScheduler() {
        super(1, Thread.ofPlatform().daemon().factory());
        setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long delay, long period, TimeUnit unit) {
        task = command;
        periodNanos = unit.toNanos(period);
        return schedule(() -> {}, 1, TimeUnit.DAYS);
    }

    void run() {
        task.run();
    }

    long periodNanos() {
        return periodNanos;
    }
}
