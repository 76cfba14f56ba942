package dev.liveticker.desktop.portfolio;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Whose line it is, and beside it, as far as there is room, what else there is to say of it. */
final class TitleCell<R extends FigureRow> extends TableCell<R, String> {

    private final Label title = new Label();
    private final Label note = new Label();
    private final HBox line = new HBox(title, note);

    TitleCell() {
        getStyleClass().add("title-cell");
        line.getStyleClass().add("line");
        line.setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        note.getStyleClass().add("note");
        note.setMinWidth(0);
        note.textProperty()
                .bind(tableRowProperty().flatMap(row -> row.itemProperty()).flatMap(FigureRow::note));
    }

    @Override
    protected void updateItem(String text, boolean empty) {
        super.updateItem(text, empty);
        title.setText(text);
        setGraphic(empty ? null : line);
    }
}
