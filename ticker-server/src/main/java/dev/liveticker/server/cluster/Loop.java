package dev.liveticker.server.cluster;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The cluster's one thread: all that a node knows is read and changed there. Safe in any thread. */
final class Loop {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    private final ScheduledThreadPoolExecutor thread;
    private final Runnable failed;

    /** @param failed called on the thread when something that ran there threw, after it was logged */
    Loop(String name, Runnable failed) {
        this.failed = failed;
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Runs it soon; not at all once the loop has ended. */
    void run(Runnable task) {
        try {
            thread.execute(() -> guarded(task));
        } catch (RejectedExecutionException e) {
            LOG.debug("The node has left its cluster; something came too late for it", e);
        }
    }

    /** Runs it once, later; not at all once the loop has ended. */
    @SuppressWarnings("FutureReturnValueIgnored") // What it throws is dealt with; nobody takes it back.
    void after(Duration wait, Runnable task) {
        try {
            thread.schedule(() -> guarded(task), wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The node has left its cluster; something was to be done later", e);
        }
    }

    /** Runs it again and again, with pauses between. */
    @SuppressWarnings("FutureReturnValueIgnored") // As above.
    void every(Duration pause, Runnable task) {
        thread.scheduleWithFixedDelay(() -> guarded(task), pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Goes on here with what comes out of something. */
    @SuppressWarnings("FutureReturnValueIgnored") // Both ways it can end are dealt with.
    <T> void when(CompletionStage<T> outcome, Consumer<T> done, Consumer<Throwable> not) {
        outcome.whenComplete((value, failure) -> run(() -> {
            if (failure == null) {
                done.accept(value);
            } else {
                not.accept(cause(failure));
            }
        }));
    }

    /** Ends it; what runs may finish. */
    void end() {
        thread.shutdown();
    }

    /** What went wrong, without what only carried it. */
    static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            // Also an error: what is to be done again and again would otherwise end, unseen, and the node go on
            // serving.
            LOG.error("The node's part in its cluster failed; it begins that part anew", e);
            failed.run();
        }
    }
}
