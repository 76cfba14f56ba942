package dev.liveticker.desktop.command;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The list of keys, as long as it is. */
public final class ShortcutsView extends ScrollPane {

    public ShortcutsView(ShortcutSheet sheet) {
        VBox content = new VBox();
        content.getStyleClass().add("shortcuts");
        for (ShortcutSheet.Section section : sheet.sections()) {
            Label title = new Label(section.title());
            title.getStyleClass().add("shortcuts-title");
            GridPane grid = new GridPane();
            grid.getStyleClass().add("shortcut-grid");
            int row = 0;
            for (ShortcutSheet.Line line : section.lines()) {
                Label keys = new Label(line.keys());
                keys.getStyleClass().add("keys");
                keys.setMinWidth(USE_PREF_SIZE);
                Label meaning = new Label(line.title());
                meaning.setWrapText(true);
                // Read together, since a screen reader goes from label to label.
                meaning.setAccessibleText(line.title() + ": " + line.keys());
                grid.addRow(row++, keys, meaning);
            }
            content.getChildren().add(new VBox(title, grid));
        }
        setContent(content);
        setId("shortcuts");
        getStyleClass().addAll("shortcuts-pane", "edge-to-edge");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }
}
