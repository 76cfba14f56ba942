package dev.liveticker.desktop.watchlist;

import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.VBox;

/** The symbol, and below it the instrument's name or what is the matter with it. */
final class SymbolCell extends TableCell<QuoteRow, String> {

    private final Label symbol = new Label();
    private final Label subtitle = new Label();
    private final VBox lines = new VBox(symbol, subtitle);

    SymbolCell() {
        getStyleClass().add("symbol-cell");
        lines.getStyleClass().add("lines");
        symbol.getStyleClass().add("symbol");
        subtitle.getStyleClass().add("subtitle");
        subtitle.textProperty()
                .bind(tableRowProperty().flatMap(row -> row.itemProperty()).flatMap(QuoteRow::subtitle));
    }

    @Override
    protected void updateItem(String text, boolean empty) {
        super.updateItem(text, empty);
        symbol.setText(text);
        setGraphic(empty ? null : lines);
    }
}
