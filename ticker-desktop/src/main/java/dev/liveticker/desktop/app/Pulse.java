package dev.liveticker.desktop.app;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableValue;

/**
 * What makes the desktop go on: with every frame while a window is in view, and once a second while none is. So one
 * that nobody sees costs next to nothing, and still takes in what the server says; when it comes back into view it is
 * up to date before it is painted. Belongs to the FX thread.
 */
final class Pulse implements AutoCloseable {

    private static final long SLOW_MILLIS = 1_000;

    private final Runnable frame;
    private final Runnable slow;
    private final Executor owner;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long ignored) {
            frames++;
            frame.run();
        }
    };
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("slow-pulse").factory());
    /** Whether something waits to be run, so that a busy FX thread never finds a queue of it. */
    private final AtomicBoolean posted = new AtomicBoolean();

    /** Whether no window is in view. Read by the clock's thread too. */
    private final AtomicBoolean hidden = new AtomicBoolean();

    private boolean closed;
    private long frames;

    /**
     * @param frame called with every frame
     * @param slow called once a second at most while no window is in view
     * @param owner runs on the FX thread
     */
    Pulse(Runnable frame, Runnable slow, Executor owner) {
        this.frame = frame;
        this.slow = slow;
        this.owner = owner;
        var _ = clock.scheduleAtFixedRate(this::tick, SLOW_MILLIS, SLOW_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Begins, and from now on depends on whether something is in view. */
    void follow(ObservableValue<Boolean> inView) {
        inView.subscribe(this::inView);
    }

    /** How many frames there were so far. */
    long frames() {
        return frames;
    }

    @Override
    public void close() {
        closed = true;
        timer.stop();
        clock.shutdownNow();
    }

    private void inView(boolean isInView) {
        if (closed) {
            return;
        }
        hidden.set(!isInView);
        if (isInView) {
            frame.run();
            timer.start();
        } else {
            timer.stop();
        }
    }

    private void tick() {
        if (hidden.get() && posted.compareAndSet(false, true)) {
            owner.execute(() -> {
                posted.set(false);
                if (hidden.get() && !closed) {
                    slow.run();
                }
            });
        }
    }
}
