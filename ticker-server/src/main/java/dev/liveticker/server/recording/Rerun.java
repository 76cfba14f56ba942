package dev.liveticker.server.recording;

import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What makes a recording that is played again go on from itself: its times are those of the run before moved on by the
 * recording's length, in whole seconds, and its trades are counted on. Each run begins with the opening quotes, as a
 * session of its own: open, high, low and volume begin anew. The first run is the recording as it is. Used by one
 * thread.
 */
final class Rerun {

    private static final long MICROS_A_SECOND = 1_000_000;

    private final List<Quote> opening;
    private final Map<Symbol, TradingStatus> statuses = new HashMap<>();
    private final Map<Symbol, Long> firstIds = new HashMap<>();
    private final Map<Symbol, Long> lastIds = new HashMap<>();
    private long runs;
    private long length;

    Rerun(List<Quote> opening) {
        this.opening = opening;
    }

    /** How far this run is from the first, in microseconds. */
    long shift() {
        return runs * length;
    }

    /**
     * Begins the next run.
     *
     * @param length of the recording, in microseconds; the same each time
     * @return what makes everything stand as at the opening
     */
    List<MarketEvent> again(long length) {
        this.length = Math.max(1, Math.ceilDiv(length, MICROS_A_SECOND)) * MICROS_A_SECOND;
        runs++;
        List<MarketEvent> events = new ArrayList<>();
        for (Quote quote : opening) {
            TradingStatus before = statuses.get(quote.symbol());
            if (quote.status() != null && before != null && before != quote.status()) {
                events.add(new Status(quote.symbol(), 0, quote.status(), "the recording begins anew"));
            }
            events.add(moved(quote));
        }
        statuses.clear();
        return events;
    }

    /** These events as they are in this run. */
    List<MarketEvent> moved(List<MarketEvent> events) {
        List<MarketEvent> moved = new ArrayList<>(events.size());
        for (MarketEvent event : events) {
            moved.add(
                    switch (event) {
                        case Quote quote -> {
                            if (quote.status() != null) {
                                statuses.put(quote.symbol(), quote.status());
                            }
                            yield moved(quote);
                        }
                        case Trade trade -> moved(trade);
                        case Bar bar -> moved(bar);
                        case Status status -> {
                            statuses.put(status.symbol(), status.status());
                            yield status;
                        }
                    });
        }
        return moved;
    }

    private Quote moved(Quote quote) {
        if (runs == 0) {
            return quote;
        }
        return new Quote(
                quote.symbol(),
                quote.seq(),
                quote.time() + shift(),
                quote.bid(),
                quote.bidSize(),
                quote.ask(),
                quote.askSize(),
                quote.last(),
                quote.lastSize(),
                quote.volume(),
                quote.open(),
                quote.high(),
                quote.low(),
                quote.previousClose(),
                quote.status());
    }

    private Trade moved(Trade trade) {
        if (runs == 0) {
            firstIds.putIfAbsent(trade.symbol(), trade.tradeId());
            lastIds.put(trade.symbol(), trade.tradeId());
            return trade;
        }
        long first = firstIds.getOrDefault(trade.symbol(), trade.tradeId());
        long span = lastIds.getOrDefault(trade.symbol(), trade.tradeId()) - first + 1;
        return new Trade(
                trade.symbol(),
                trade.seq(),
                trade.tradeId() + runs * span,
                trade.price(),
                trade.size(),
                trade.side(),
                trade.time() + shift());
    }

    private Bar moved(Bar bar) {
        return new Bar(
                bar.symbol(),
                bar.seq(),
                bar.interval(),
                bar.start() + shift(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.volume(),
                bar.trades(),
                bar.closed());
    }
}
