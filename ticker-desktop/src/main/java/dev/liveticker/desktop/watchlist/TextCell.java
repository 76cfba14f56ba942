package dev.liveticker.desktop.watchlist;

import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Something in words at the right edge, such as an age. */
final class TextCell<V> extends FigureCell {

    private final Function<QuoteRow, ObservableValue<V>> value;
    private final Function<V, String> words;

    TextCell(Column column, Function<QuoteRow, ObservableValue<V>> value, Function<V, String> words) {
        super(column);
        this.value = value;
        this.words = words;
    }

    @Override
    ObservableValue<V> source(QuoteRow row) {
        return value.apply(row);
    }

    @Override
    void show(@Nullable QuoteRow row) {
        V now = row == null ? null : source(row).getValue();
        setText(now == null ? null : words.apply(now));
    }
}
