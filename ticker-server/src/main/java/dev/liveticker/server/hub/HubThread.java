package dev.liveticker.server.hub;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that owns the hub's state: does in order what others hand in, and takes a turn after each few of them
 * and when one is due. Whatever fails is logged, and the thread goes on.
 */
final class HubThread {

    private static final Logger log = LoggerFactory.getLogger(HubThread.class);
    private static final int AT_ONCE = 1_000;
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(10);

    private final LinkedBlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final LongSupplier turn;
    private final LongSupplier nanos;
    private final Durations turns;
    private final Thread thread;
    private volatile boolean stopped;
    private long begun;

    /**
     * @param turn takes a turn and gives the time the next is due
     * @param nanos the time that is measured in
     * @param turns is told how long each took, with what was handed in before it
     */
    HubThread(LongSupplier turn, LongSupplier nanos, Durations turns) {
        this.turn = turn;
        this.nanos = nanos;
        this.turns = turns;
        this.thread = Thread.ofPlatform().name("hub").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Hands something in. False if the hub is closed and will not do it. */
    boolean submit(Runnable task) {
        if (stopped) {
            return false;
        }
        inbox.add(task);
        // It may have stopped since, and have looked for the last time.
        return !stopped || !inbox.remove(task);
    }

    /** How much waits to be done. Any thread may ask. */
    int waiting() {
        return inbox.size();
    }

    private void run() {
        List<Runnable> tasks = new ArrayList<>(AT_ONCE);
        begun = nanos.getAsLong();
        while (!stopped) {
            try {
                long wait = Math.min(LONGEST_SLEEP.toNanos(), guarded());
                Runnable first = wait <= 0 ? inbox.poll() : inbox.poll(wait, TimeUnit.NANOSECONDS);
                if (first != null) {
                    tasks.add(first);
                    inbox.drainTo(tasks, AT_ONCE - 1);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            begun = nanos.getAsLong();
            tasks.forEach(HubThread::perform);
            tasks.clear();
        }
        inbox.drainTo(tasks);
        tasks.forEach(HubThread::perform);
    }

    /** Takes a turn; how long the next can wait. */
    private long guarded() {
        try {
            long due = turn.getAsLong();
            long ended = nanos.getAsLong();
            turns.record(ended - begun);
            return due == Long.MAX_VALUE ? Long.MAX_VALUE : due - ended;
        } catch (RuntimeException | Error e) {
            // Not even an error may end the thread: whoever hands something in would wait for it, or wait in vain.
            log.error("The hub failed to serve its subscribers", e);
            return LONGEST_SLEEP.toNanos();
        }
    }

    private static void perform(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            log.error("The hub failed at something it was asked to do", e);
        }
    }

    /** Stops it; what was handed in before is still done. Waits at most this long for it to end. */
    void stop(Duration atMost) {
        stopped = true;
        inbox.add(() -> {});
        if (Thread.currentThread() != thread) {
            try {
                thread.join(atMost);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
