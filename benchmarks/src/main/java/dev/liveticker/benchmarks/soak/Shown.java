package dev.liveticker.benchmarks.soak;

import dev.liveticker.message.Bar;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Alert;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Values as text, to be compared and shown: decimals by their worth, since encodings differ in how many zeros they
 * write. Numbers of the stream are left out of what may be stated again under another number of a node's own.
 */
final class Shown {

    private Shown() {}

    static String quote(Quote quote) {
        return quote.symbol() + " bid " + plain(quote.bid()) + "x" + plain(quote.bidSize()) + " ask "
                + plain(quote.ask()) + "x" + plain(quote.askSize()) + " last " + plain(quote.last()) + "x"
                + plain(quote.lastSize()) + " volume " + plain(quote.volume()) + " open " + plain(quote.open())
                + " high " + plain(quote.high()) + " low " + plain(quote.low()) + " close "
                + plain(quote.previousClose()) + " " + quote.status() + " at " + quote.time();
    }

    static String trade(Trade trade) {
        return trade.symbol() + " trade " + trade.tradeId() + " " + trade.side() + " " + plain(trade.size()) + " at "
                + plain(trade.price()) + " at " + trade.time();
    }

    static String bar(Bar bar) {
        return bar.symbol() + " " + bar.interval().code() + " bar " + bar.start() + " " + plain(bar.open()) + " "
                + plain(bar.high()) + " " + plain(bar.low()) + " " + plain(bar.close()) + " volume "
                + plain(bar.volume()) + " of " + bar.trades() + (bar.closed() ? " closed" : " open");
    }

    static String alert(Alert alert) {
        return alert.id() + " " + alert.symbol() + " " + alert.condition() + " " + plain(alert.level())
                + (alert.repeat() ? " repeats" : "") + (alert.active() ? " active" : "") + " fired "
                + alert.firedTime();
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "-" : value.stripTrailingZeros().toPlainString();
    }
}
