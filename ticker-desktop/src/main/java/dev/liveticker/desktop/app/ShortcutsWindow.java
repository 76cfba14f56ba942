package dev.liveticker.desktop.app;

import dev.liveticker.desktop.command.ShortcutSheet;
import dev.liveticker.desktop.command.ShortcutsView;
import dev.liveticker.desktop.text.Texts;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The list of keys in a window of its own. */
final class ShortcutsWindow {

    private ShortcutsWindow() {}

    static void show(Stage owner, ShortcutSheet sheet) {
        Stage stage = new Stage();
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(Texts.of("shortcuts.title"));
        ShortcutsView view = new ShortcutsView(sheet);
        Scene scene = new Scene(view);
        scene.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.F1) {
                stage.close();
            }
        });
        stage.setScene(scene);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.show();
        if (stage.getHeight() > screen.getHeight()) {
            stage.setHeight(screen.getHeight());
            stage.setY(screen.getMinY());
        }
        view.requestFocus();
    }
}
