package dev.liveticker.desktop.completion;

import dev.liveticker.model.Instrument;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Symbol at the left, name at the right of it. */
final class SuggestionCell extends ListCell<Instrument> {

    private final Label symbol = new Label();
    private final Label name = new Label();
    private final HBox line = new HBox(symbol, name);

    SuggestionCell() {
        symbol.getStyleClass().add("symbol");
        symbol.setMinWidth(96);
        name.getStyleClass().add("subtitle");
        name.setMinWidth(Region.USE_COMPUTED_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        line.getStyleClass().add("suggestion");
    }

    @Override
    protected void updateItem(@Nullable Instrument instrument, boolean empty) {
        super.updateItem(instrument, empty);
        if (empty || instrument == null) {
            setGraphic(null);
            return;
        }
        symbol.setText(instrument.symbol().text());
        name.setText(instrument.name());
        setGraphic(line);
    }
}
