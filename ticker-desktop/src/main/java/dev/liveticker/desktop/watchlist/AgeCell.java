package dev.liveticker.desktop.watchlist;

import javafx.scene.control.TableCell;

/** How old the quote of a row is. */
final class AgeCell extends TableCell<QuoteRow, String> {

    AgeCell() {
        getStyleClass().addAll("numeric", "age");
    }

    @Override
    protected void updateItem(String text, boolean empty) {
        super.updateItem(text, empty);
        setText(empty ? null : text);
    }
}
