package dev.liveticker.desktop.app;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.NullMarked;

/**
 * How long input takes from when it is given to the toolkit until the frame that shows it has been painted. JavaFX does
 * not say when that is; it waits for it in the next frame, so that the end of that one is taken, up to a frame too late
 * and never too early. Needs every frame to be painted.
 */
@NullMarked
final class InputLatency {

    private static final long LONGEST_MICROS = 60_000_000;

    private enum Stage {
        /** Nothing to wait for. */
        IDLE,
        /** Taken in, and not laid out yet. */
        TAKEN,
        /** In the frame that is being painted. */
        PAINTING
    }

    private final Histogram micros = new Histogram(LONGEST_MICROS, 3);
    private final AtomicBoolean waiting = new AtomicBoolean();
    private Stage stage = Stage.IDLE;
    private boolean counting;
    private long givenAt;

    /** Gives input, unless an earlier one is not shown yet. In any thread. */
    void give(Runnable input) {
        if (waiting.compareAndSet(false, true)) {
            long given = System.nanoTime();
            Platform.runLater(() -> {
                input.run();
                givenAt = given;
                stage = Stage.TAKEN;
            });
        }
    }

    /** A frame begins. On the FX thread. */
    void frame() {
        switch (stage) {
            case IDLE -> {}
            case TAKEN -> stage = Stage.PAINTING;
            case PAINTING -> {
                stage = Stage.IDLE;
                // Runs when this frame is over, and it is not before the one before is painted.
                Platform.runLater(this::painted);
            }
        }
    }

    /** From now on counts. On the FX thread. */
    void count() {
        counting = true;
    }

    /** Milliseconds that so many per cent of all inputs took at most. On the FX thread. */
    double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }

    private void painted() {
        if (counting) {
            micros.recordValue(Math.clamp((System.nanoTime() - givenAt) / 1_000, 0, LONGEST_MICROS));
        }
        waiting.set(false);
    }
}
