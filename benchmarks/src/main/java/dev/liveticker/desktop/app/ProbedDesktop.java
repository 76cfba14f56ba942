package dev.liveticker.desktop.app;

import static dev.liveticker.benchmarks.Workbench.OUTPUT;

import dev.liveticker.desktop.settings.Settings;
import dev.liveticker.desktop.settings.SettingsFile;
import dev.liveticker.desktop.settings.WindowPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.NullMarked;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole desktop, opened to be measured. It stands in the desktop's package because that shows nothing of itself.
 * Methods may be called from any thread but the FX thread, except where they say otherwise.
 */
@NullMarked
final class ProbedDesktop {

    /** A window that the headless platform's screen can hold. */
    private static final WindowPlace PLACE = new WindowPlace(0, 0, 1_000, 800, false, MainView.DIVIDER);

    private static final int OPEN_SECONDS = 60;

    private final Workbench workbench;
    private final Screens screens;
    private final Stage stage;

    private ProbedDesktop(DesktopApp app, Stage stage) {
        this.workbench = app.workbench().orElseThrow();
        this.screens = app.screens().orElseThrow();
        this.stage = stage;
    }

    /** Opens it on settings that are forgotten afterwards. */
    static ProbedDesktop open(Settings settings, Backend backend) throws IOException {
        Path directory = Files.createTempDirectory(Files.createDirectories(OUTPUT), "probe");
        new SettingsFile(directory, InstantSource.system()).save(settings.withWindow(PLACE));
        Path log = LogFile.open(directory);
        DesktopApp app = new DesktopApp(new LaunchOptions(), directory, log, backend, new CompletableFuture<>());
        Painter.choose();
        Platform.startup(app::show);
        await(() -> app.screens().isPresent());
        Stage stage = onFx(() -> (Stage) Window.getWindows().getFirst());
        ProbedDesktop desktop = new ProbedDesktop(app, stage);
        desktop.until(() -> stage.isShowing() && desktop.scene().lookup("#watchlist-table") != null);
        return desktop;
    }

    Workbench workbench() {
        return workbench;
    }

    Screens screens() {
        return screens;
    }

    Stage stage() {
        return stage;
    }

    Scene scene() {
        return stage.getScene();
    }

    /** On the FX thread. */
    Node node(String query) {
        Node found = scene().lookup(query);
        if (found == null) {
            throw new IllegalStateException("the window has no " + query);
        }
        return found;
    }

    /** A few pixels in the corner that change with every frame, so that every frame is painted. */
    void paintEveryFrame() {
        run(() -> {
            Rectangle pixels = new Rectangle(3, 3);
            pixels.setManaged(false);
            ((Pane) scene().getRoot()).getChildren().add(pixels);
            eachFrame(now -> pixels.setFill(Color.BLACK.equals(pixels.getFill()) ? Color.WHITE : Color.BLACK));
        });
    }

    /**
     * Has something run at the beginning of every frame, until the timer that is returned is stopped. On the FX thread.
     */
    static AnimationTimer eachFrame(LongConsumer action) {
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long ignored) {
                action.accept(System.nanoTime());
            }
        };
        timer.start();
        return timer;
    }

    /** Waits until a condition that is looked at in every frame holds. */
    void until(BooleanSupplier condition) {
        await(condition);
    }

    private static void await(BooleanSupplier condition) {
        CompletableFuture<Boolean> met = new CompletableFuture<>();
        AnimationTimer looking = onFx(() -> eachFrame(now -> {
            try {
                if (condition.getAsBoolean()) {
                    met.complete(true);
                }
            } catch (RuntimeException e) {
                met.completeExceptionally(e);
            }
        }));
        met.orTimeout(OPEN_SECONDS, TimeUnit.SECONDS).join();
        run(looking::stop);
    }

    /** Lets time pass. */
    static void pass(Duration time) {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS))
                .join();
    }

    static void run(Runnable action) {
        onFx(() -> {
            action.run();
            return true;
        });
    }

    /** What it returns on the FX thread. */
    static <T> T onFx(Callable<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.orTimeout(OPEN_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Prints what was measured, in one line. */
    static void print(Object figures) {
        System.out.println(JsonMapper.shared().writeValueAsString(figures));
    }
}
