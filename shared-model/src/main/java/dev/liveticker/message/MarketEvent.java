package dev.liveticker.message;

import dev.liveticker.model.Symbol;

/** Something that happened in the market. A market source leaves {@code seq} at 0; the publisher numbers it. */
public sealed interface MarketEvent extends ServerMessage permits Quote, Trade, Bar, Status {

    Symbol symbol();

    /** Its number in the stream's epoch: 1 or more, or 0 while not yet numbered. */
    long seq();

    /** The same event with its number. */
    MarketEvent numbered(long seq);
}
