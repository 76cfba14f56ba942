package dev.liveticker.desktop.app;

import dev.liveticker.desktop.text.Texts;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;

/** What the keyboard does in the main window, and the list of it. */
final class Shortcuts {

    /** Keys as people read them, and what they do. */
    private record Shortcut(String keys, String meaning) {}

    private final Scene scene;
    private final MainView view;
    private final Workbench workbench;
    private final Runnable openSettings;

    Shortcuts(Scene scene, MainView view, Workbench workbench, Runnable openSettings) {
        this.scene = scene;
        this.view = view;
        this.workbench = workbench;
        this.openSettings = openSettings;
    }

    void install() {
        on("Shortcut+K", view.addBox()::focusField);
        on("Shortcut+F", view.addBox()::focusField);
        on("Shortcut+L", view.watchlist()::focusTable);
        on("Shortcut+T", workbench::switchTransport);
        on("Shortcut+D", view::toggleTheme);
        on("Shortcut+Comma", openSettings);
        on("F1", this::showList);
        // Before the focused control sees it: a text field would keep it for itself even when it holds no text.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean undo = event.getCode() == KeyCode.Z && event.isShortcutDown() && !event.isShiftDown();
            boolean typing = scene.getFocusOwner() instanceof TextInputControl field && field.getLength() > 0;
            if (undo && !typing && !view.portfolio().holds(scene.getFocusOwner())) {
                workbench.watchlist().undo();
                event.consume();
            }
        });
    }

    private void on(String keys, Runnable action) {
        scene.getAccelerators().put(KeyCombination.keyCombination(keys), action);
    }

    private void showList() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("shortcut-grid");
        int row = 0;
        for (Shortcut shortcut : all()) {
            Label keys = new Label(shortcut.keys());
            keys.getStyleClass().add("keys");
            grid.addRow(row++, keys, new Label(shortcut.meaning()));
        }
        Label title = new Label(Texts.of("shortcuts.title"));
        title.getStyleClass().add("settings-heading");
        VBox content = new VBox(title, grid);
        content.getStyleClass().add("settings");
        Stage stage = new Stage();
        stage.initOwner(scene.getWindow());
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(Texts.of("shortcuts.title"));
        Scene list = new Scene(content);
        Look.dress(list);
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.F1) {
                stage.close();
            }
        });
        stage.setScene(list);
        stage.setResizable(false);
        stage.show();
    }

    private static List<Shortcut> all() {
        return List.of(
                new Shortcut("Ctrl K", Texts.of("shortcuts.add")),
                new Shortcut("Ctrl L", Texts.of("shortcuts.list")),
                new Shortcut("\u2191 \u2193", Texts.of("shortcuts.rows")),
                new Shortcut("Del", Texts.of("shortcuts.remove")),
                new Shortcut("Ctrl Z", Texts.of("shortcuts.undo")),
                new Shortcut("\u2190 \u2192  + \u2212", Texts.of("shortcuts.chart")),
                new Shortcut("Ctrl T", Texts.of("shortcuts.transport")),
                new Shortcut("Ctrl D", Texts.of("shortcuts.theme")),
                new Shortcut("Ctrl ,", Texts.of("shortcuts.settings")),
                new Shortcut("F1", Texts.of("shortcuts.help")));
    }
}
