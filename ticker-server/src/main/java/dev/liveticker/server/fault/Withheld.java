package dev.liveticker.server.fault;

import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was withheld of one symbol while it was halted. Trades that nobody was told of leave no hole: the ids of those
 * after them, and the session's volume, go on from where they were.
 */
final class Withheld {

    private final Symbol symbol;
    private boolean halted;
    /** The newest status that the market gave it; absent before the first halt. */
    private @Nullable Status status;

    private @Nullable Quote newest;
    private long trades;
    /** What was withheld of the session. */
    private BigDecimal volume = BigDecimal.ZERO;
    /** The session's, as the market said last, whether that was withheld or not. */
    private BigDecimal sessionVolume = BigDecimal.ZERO;

    Withheld(Symbol symbol) {
        this.symbol = symbol;
    }

    boolean halted() {
        return halted;
    }

    /** Halted as before, with nothing withheld yet. */
    Withheld anew() {
        Withheld anew = new Withheld(symbol);
        anew.halted = halted;
        anew.status = status;
        return anew;
    }

    /** @param before the status to go back to, unless the market has said or says otherwise */
    void halt(TradingStatus before) {
        halted = true;
        if (status == null) {
            status = new Status(symbol, 0, before, null);
        }
        newest = null;
    }

    /** Ends the halt; what is to be told now. */
    List<MarketEvent> resume() {
        halted = false;
        List<MarketEvent> told = new ArrayList<>();
        if (status != null) {
            told.add(status);
        }
        if (newest != null) {
            told.add(adjust(newest));
        }
        newest = null;
        return told;
    }

    void withhold(MarketEvent event) {
        switch (event) {
            case Quote quote -> {
                newest = newest == null ? quote : quote.over(newest);
                if (quote.volume() != null) {
                    count(quote.volume());
                }
            }
            case Trade trade -> {
                trades++;
                volume = volume.add(trade.size());
            }
            case Status newStatus -> status = newStatus;
            case Bar _ -> {
                // Bars are built from the trades that are told.
            }
        }
    }

    /** The event as it is told to those who know nothing of what was withheld. */
    MarketEvent adjust(MarketEvent event) {
        return switch (event) {
            case Quote quote -> quote.volume() == null ? quote : inSession(quote, quote.volume());
            case Trade trade ->
                new Trade(
                        symbol,
                        trade.seq(),
                        trade.tradeId() - trades,
                        trade.price(),
                        trade.size(),
                        trade.side(),
                        trade.time());
            case Status newStatus -> {
                status = newStatus;
                yield newStatus;
            }
            case Bar bar -> bar;
        };
    }

    private Quote inSession(Quote quote, BigDecimal counted) {
        count(counted);
        return new Quote(
                symbol,
                quote.seq(),
                quote.time(),
                quote.bid(),
                quote.bidSize(),
                quote.ask(),
                quote.askSize(),
                quote.last(),
                quote.lastSize(),
                counted.subtract(volume).max(BigDecimal.ZERO),
                quote.open(),
                quote.high(),
                quote.low(),
                quote.previousClose(),
                quote.status());
    }

    /** The market says how much was traded in the session so far. */
    private void count(BigDecimal counted) {
        if (counted.compareTo(sessionVolume) < 0) {
            // A new session counts from nothing: what was withheld before is no part of it.
            volume = BigDecimal.ZERO;
        }
        sessionVolume = counted;
    }
}
