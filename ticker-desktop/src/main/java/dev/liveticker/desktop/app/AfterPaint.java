package dev.liveticker.desktop.app;

import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Runs what it is given on the FX thread, once all that was there by then is painted. Given something while the window
 * is filled, it waits for that too. Safe in any thread.
 */
final class AfterPaint implements Executor {

    /**
     * Frame 1 takes in what is there; frame 2 does not begin before that is painted, frame 3 not before it is shown.
     */
    private static final int SHOWN = 3;

    @Override
    public void execute(Runnable task) {
        Platform.runLater(() -> new Countdown(task).start());
    }

    private static final class Countdown extends AnimationTimer {

        private final Runnable task;
        private int frames;

        Countdown(Runnable task) {
            this.task = task;
        }

        @Override
        public void handle(long ignored) {
            if (++frames == SHOWN) {
                stop();
                task.run();
            }
        }
    }
}
