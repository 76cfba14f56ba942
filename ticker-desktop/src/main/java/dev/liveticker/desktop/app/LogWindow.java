package dev.liveticker.desktop.app;

import dev.liveticker.desktop.log.LogView;
import dev.liveticker.desktop.log.LogViewModel;
import dev.liveticker.desktop.text.Texts;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window that shows the log. There is one at most. Belongs to the FX thread. */
final class LogWindow {

    private static final double WIDTH = 900;
    private static final double HEIGHT = 520;
    private static final long REFRESH_MILLIS = 1_000;

    private final Path file;
    private final Consumer<Path> reveal;
    private @Nullable Stage stage;

    LogWindow(Path file, Consumer<Path> reveal) {
        this.file = file;
        this.reveal = reveal;
    }

    /** Opens it, or brings it to the front. */
    void show() {
        if (stage != null) {
            stage.setIconified(false);
            stage.toFront();
            stage.requestFocus();
            return;
        }
        ScheduledExecutorService reader = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("log-reader").factory());
        LogViewModel opened = new LogViewModel(file, reader, Platform::runLater, reveal);
        Stage window = new Stage();
        Scene scene = new Scene(new LogView(opened), WIDTH, HEIGHT);
        scene.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                window.hide();
            }
        });
        window.setScene(scene);
        window.setTitle(Texts.of("log.titled", file.getFileName()));
        window.setOnHidden(event -> {
            stage = null;
            reader.shutdownNow();
        });
        stage = window;
        Runnable refresh = () -> {
            // What was posted before it closed comes after.
            if (window.equals(stage)) {
                opened.refresh();
            }
        };
        var _ = reader.scheduleAtFixedRate(() -> Platform.runLater(refresh), 0, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
        window.show();
    }
}
