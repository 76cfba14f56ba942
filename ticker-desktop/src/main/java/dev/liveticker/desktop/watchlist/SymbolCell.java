package dev.liveticker.desktop.watchlist;

import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The symbol, and below it the instrument's name or what is the matter with it. Its value is what stands below. */
final class SymbolCell extends TableCell<QuoteRow, String> {

    private final Label symbol = new Label();
    private final Label subtitle = new Label();
    private final VBox lines = new VBox(symbol, subtitle);

    SymbolCell() {
        getStyleClass().add("symbol-cell");
        lines.getStyleClass().add("lines");
        symbol.getStyleClass().add("symbol");
        subtitle.getStyleClass().add("subtitle");
    }

    @Override
    protected void updateItem(@Nullable String caption, boolean empty) {
        super.updateItem(caption, empty);
        QuoteRow row = getTableRow() == null ? null : getTableRow().getItem();
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        symbol.setText(row.symbol().text());
        subtitle.setText(caption);
        setGraphic(lines);
    }
}
