package dev.liveticker.desktop.watchlist;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** Something in words at the right edge, such as an age. */
final class TextCell<V> extends TableCell<QuoteRow, V> {

    private final Function<V, String> words;

    TextCell(Column column, Function<V, String> words) {
        this.words = words;
        getStyleClass().addAll("numeric", column.id());
    }

    @Override
    protected void updateItem(@Nullable V value, boolean empty) {
        super.updateItem(value, empty);
        setText(empty || value == null ? null : words.apply(value));
    }
}
