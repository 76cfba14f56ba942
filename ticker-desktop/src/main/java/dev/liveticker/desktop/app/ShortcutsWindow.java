package dev.liveticker.desktop.app;

import dev.liveticker.desktop.command.ShortcutSheet;
import dev.liveticker.desktop.command.ShortcutsView;
import dev.liveticker.desktop.dialog.OwnedWindow;
import dev.liveticker.desktop.text.Texts;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/** The list of keys in a window of its own. */
final class ShortcutsWindow {

    private ShortcutsWindow() {}

    static void show(Stage owner, ShortcutSheet sheet) {
        OwnedWindow window = new OwnedWindow(owner, Texts.of("shortcuts.title"));
        ShortcutsView view = new ShortcutsView(sheet);
        Stage stage = window.stage();
        window.fill(view, stage::close);
        stage.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            // The key that brought it.
            if (event.getCode() == KeyCode.F1) {
                stage.close();
            }
        });
        window.show();
        view.requestFocus();
    }
}
