package dev.liveticker.desktop.trade;

import dev.liveticker.message.Trade;

/** One line of the list of trades. */
sealed interface TradeRow {

    /** A trade, and which way the price went with it. */
    record Done(Trade trade, Direction direction) implements TradeRow {}

    /**
     * Trades that did not come.
     *
     * @param count how many; above 0
     */
    record Missing(long count) implements TradeRow {}

    /** Where a price is, compared with the one before. */
    enum Direction {
        UP,
        DOWN,
        SAME
    }
}
