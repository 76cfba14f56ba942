package dev.liveticker.desktop.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** What a window wears in its frame and in the list of windows, in a few sizes for the system to choose from. */
final class WindowIcons {

    /** In pixels, as the files are named; drawn by the packaging's generator. */
    private static final List<Integer> SIZES = List.of(16, 32, 48, 128);

    private WindowIcons() {}

    static void dress(Stage stage) {
        stage.getIcons().setAll(SIZES.stream().map(WindowIcons::icon).toList());
    }

    private static Image icon(int size) {
        String name = "icons/" + size + ".png";
        try (InputStream file = WindowIcons.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IOException(name + " is missing");
            }
            return new Image(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
