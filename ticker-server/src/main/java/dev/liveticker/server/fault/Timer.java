package dev.liveticker.server.fault;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Rings later. */
public interface Timer extends AutoCloseable {

    /** @return to be run so that it does not ring */
    Runnable after(Duration time, Runnable action);

    /** Rings no more. */
    @Override
    void close();

    /** With the machine's clock, on a thread of its own that is there only while it is needed. */
    static Timer ofMachine() {
        ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("faults").daemon().factory());
        thread.setKeepAliveTime(1, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
        thread.setRemoveOnCancelPolicy(true);
        return new Timer() {
            @Override
            public Runnable after(Duration time, Runnable action) {
                ScheduledFuture<?> ringing = thread.schedule(action, time.toNanos(), TimeUnit.NANOSECONDS);
                return () -> ringing.cancel(false);
            }

            @Override
            public void close() {
                thread.shutdownNow();
            }
        };
    }
}
