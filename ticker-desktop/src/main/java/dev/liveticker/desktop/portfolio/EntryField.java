package dev.liveticker.desktop.portfolio;

import dev.liveticker.desktop.text.Texts;

/** What is typed to enter a transaction. */
enum EntryField {
    SYMBOL,
    QUANTITY,
    PRICE,
    FEE,
    DATE;

    String words() {
        return switch (this) {
            case SYMBOL -> Texts.of("portfolio.entry.symbol");
            case QUANTITY -> Texts.of("portfolio.entry.quantity");
            case PRICE -> Texts.of("portfolio.entry.price");
            case FEE -> Texts.of("portfolio.entry.fee");
            case DATE -> Texts.of("portfolio.entry.date");
        };
    }

    /** The beginning of the ids of its controls. */
    String id() {
        return switch (this) {
            case SYMBOL -> "entry-symbol";
            case QUANTITY -> "entry-quantity";
            case PRICE -> "entry-price";
            case FEE -> "entry-fee";
            case DATE -> "entry-date";
        };
    }
}
