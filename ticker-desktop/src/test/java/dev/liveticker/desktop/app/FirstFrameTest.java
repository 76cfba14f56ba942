package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.settings.ThemeChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntPredicate;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The window is there before what is in it, and may be closed as soon as it is there. */
class FirstFrameTest {

    /** A frame in which it would have been filled long since. */
    private static final int LONG_AFTER = 10;

    @TempDir
    Path directory;

    private final FxRobot robot = new FxRobot();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final LaunchOptions options = new LaunchOptions();
    private DesktopApp app;

    @BeforeEach
    void make() throws Exception {
        FxToolkit.registerPrimaryStage();
        options.noHints = true;
        app = new DesktopApp(options, directory, directory.resolve("log"), new FakeBackend(), ended);
    }

    @AfterEach
    void close() {
        app.end();
        assertThat(ended).succeedsWithin(Duration.ofSeconds(60));
        robot.interact(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
        app.release();
    }

    @Test
    void the_window_is_shown_with_nothing_in_it_and_filled_where_it_stands() {
        Stage stage = shown();
        robot.interact(() -> {
            stage.setX(7);
            stage.setY(9);
        });

        OpenDesktop.soon().until(() -> app.screens().isPresent());
        robot.interact(() -> {
            assertThat(stage.isShowing()).isTrue();
            assertThat(stage.getScene().getRoot().lookup("#watchlist-table")).isNotNull();
            assertThat(stage.getX()).isEqualTo(7);
            assertThat(stage.getY()).isEqualTo(9);
            // Taking a picture lays a scene out that it takes for one without a size.
            Scene filled = stage.getScene();
            filled.snapshot(null);
            assertThat(filled.getWidth()).isEqualTo(stage.getWidth());
            assertThat(filled.getHeight()).isEqualTo(stage.getHeight());
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = ThemeChoice.class,
            names = {"LIGHT", "DARK"})
    void nothing_has_the_colour_that_is_behind_everything_later(ThemeChoice theme) {
        options.theme = theme;
        AtomicReference<Background> before = new AtomicReference<>();
        AtomicReference<Stage> stage = new AtomicReference<>();
        robot.interact(() -> {
            stage.set(showNow());
            before.set(((Region) stage.get().getScene().getRoot()).getBackground());
        });
        OpenDesktop.soon().until(() -> app.screens().isPresent());

        robot.interact(() -> {
            Scene filled = stage.get().getScene();
            filled.getRoot().applyCss();
            Region behind = (Region) filled.getRoot().lookup(".main-view");
            assertThat(behind.getBackground().getFills().getFirst().getFill())
                    .isEqualTo(before.get().getFills().getFirst().getFill());
        });
    }

    @Test
    void what_is_closed_before_it_is_filled_is_not_filled_any_more() {
        robot.interact(() -> {
            Stage stage = showNow();
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
        });

        assertThat(ended).isCompletedWithValue(0);
        assertNothingComes();
    }

    @Test
    void what_is_told_to_end_before_it_is_filled_is_closed() {
        AtomicReference<Stage> stage = new AtomicReference<>();
        robot.interact(() -> {
            stage.set(showNow());
            app.end();
        });

        assertThat(ended).succeedsWithin(Duration.ofSeconds(60)).isEqualTo(0);
        assertThat(stage.get().isShowing()).isFalse();
        assertNothingComes();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 1_000, 10_000, 100_000})
    void all_steps_are_done_before_it_is_filled_and_that_once(int steps) {
        List<String> done = new ArrayList<>();
        robot.interact(() -> {
            Stage stage = new Stage();
            stage.setScene(FirstFrame.empty(false));
            FirstFrame.show(stage, Collections.nCopies(steps, () -> done.add("step")), () -> done.add("filled"));
        });

        awaitFrame(frame -> done.contains("filled"));
        awaitFrame(frame -> frame == LONG_AFTER);
        assertThat(done).hasSize(steps + 1).endsWith("filled");
    }

    @Test
    void what_is_closed_while_it_is_made_ready_is_not_filled() {
        AtomicReference<Stage> stage = new AtomicReference<>();

        awaitFrame(frame -> {
            if (stage.get() == null) {
                stage.set(showNow());
            }
            if (app.workbench().isEmpty()) {
                return false;
            }
            assertThat(app.screens()).isEmpty();
            stage.get().fireEvent(new WindowEvent(stage.get(), WindowEvent.WINDOW_CLOSE_REQUEST));
            return true;
        });

        assertThat(ended).isCompletedWithValue(0);
        awaitFrame(frame -> frame == LONG_AFTER);
        assertThat(app.screens()).isEmpty();
        assertThat(app.shell()).isNull();
    }

    private void assertNothingComes() {
        awaitFrame(frame -> frame == LONG_AFTER);
        assertThat(app.workbench()).isEmpty();
        assertThat(Files.exists(directory.resolve("watchlists.json"))).isFalse();
    }

    /** @param seen told each frame's number, from 1, until it says yes */
    private void awaitFrame(IntPredicate seen) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        AnimationTimer timer = new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long ignored) {
                try {
                    if (seen.test(++frames)) {
                        stop();
                        done.complete(null);
                    }
                } catch (AssertionError e) {
                    stop();
                    done.completeExceptionally(e);
                }
            }
        };
        robot.interact(timer::start);
        assertThat(done).succeedsWithin(Duration.ofSeconds(60));
    }

    private Stage shown() {
        AtomicReference<Stage> stage = new AtomicReference<>();
        robot.interact(() -> stage.set(showNow()));
        return stage.get();
    }

    private Stage showNow() {
        List<Window> before = List.copyOf(Window.getWindows());
        app.show();
        Stage stage = Window.getWindows().stream()
                .filter(window -> !before.contains(window))
                .map(Stage.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(stage.getTitle()).isEqualTo("Live Ticker");
        assertThat(stage.getScene().getRoot().getChildrenUnmodifiable()).isEmpty();
        assertThat(app.workbench()).isEmpty();
        return stage;
    }
}
