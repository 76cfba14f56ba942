package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

class AfterPaintTest {

    private final FxRobot robot = new FxRobot();
    private final Frames frames = new Frames();
    private final CompletableFuture<Integer> ran = new CompletableFuture<>();

    private static final class Frames extends AnimationTimer {

        private int count;

        @Override
        public void handle(long ignored) {
            count++;
        }
    }

    @BeforeEach
    void count() throws Exception {
        FxToolkit.registerPrimaryStage();
        robot.interact(frames::start);
    }

    @AfterEach
    void stop() {
        robot.interact(frames::stop);
    }

    @Test
    void a_task_runs_on_the_fx_thread_when_two_frames_are_over() {
        CompletableFuture<Integer> from = new CompletableFuture<>();
        robot.interact(() -> {
            from.complete(frames.count);
            new AfterPaint().execute(() -> ran.complete(Platform.isFxApplicationThread() ? frames.count : -1));
        });

        assertThat(ran).succeedsWithin(Duration.ofSeconds(30));
        // Whether the third is counted before or after is chance.
        assertThat(ran.join()).isBetween(from.join() + 2, from.join() + 3);
    }

    @Test
    void what_goes_before_is_waited_for() {
        CompletableFuture<Integer> after = new CompletableFuture<>();
        robot.interact(() -> {
            new AfterPaint().execute(() -> ran.complete(frames.count));
            // As a window that is being filled, in a task that comes first.
            Platform.runLater(() -> after.complete(frames.count));
        });

        assertThat(ran).succeedsWithin(Duration.ofSeconds(30));
        assertThat(after).isCompletedWithValueMatching(frame -> frame <= ran.join() - 2);
    }
}
