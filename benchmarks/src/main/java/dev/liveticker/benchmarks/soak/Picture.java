package dev.liveticker.benchmarks.soak;

import dev.liveticker.message.Gap;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a client knows of the market from what it was sent, by the rules of docs/protocol.md and no more; and whether
 * the server broke its word: a trade twice, or one left out without being announced. Any thread.
 */
final class Picture {

    private final Consumer<String> broken;
    private final Map<Symbol, Quote> quotes = new HashMap<>();
    private final Map<Symbol, Long> statuses = new HashMap<>();
    private final Map<Symbol, Trade> trades = new HashMap<>();
    /** The newest trade of each symbol that this connection told. */
    private final Map<Symbol, Long> told = new HashMap<>();

    private long since = Long.MAX_VALUE;
    private @Nullable String epoch;
    private long messages;

    /** @param broken told of each promise that was */
    Picture(Consumer<String> broken) {
        this.broken = broken;
    }

    synchronized void take(List<ServerMessage> frame) {
        for (ServerMessage message : frame) {
            messages++;
            switch (message) {
                case Welcome welcome -> begin(welcome.epoch());
                case Snapshot snapshot -> snapshot(snapshot);
                case Quote quote -> quote(quote);
                case Status status -> status(status);
                case Trade trade -> trade(trade);
                case Gap gap -> gap(gap);
                default -> {}
            }
        }
    }

    /** What comes is numbered so; numbers of another epoch say nothing of those before, and all comes anew. */
    synchronized void begin(String newEpoch) {
        if (!newEpoch.equals(epoch)) {
            clear();
            epoch = newEpoch;
        }
    }

    private void snapshot(Snapshot snapshot) {
        Quote known = quotes.get(snapshot.symbol());
        if (known == null || snapshot.seq() >= known.seq()) {
            quotes.put(snapshot.symbol(), snapshot.quote());
            statuses.merge(snapshot.symbol(), snapshot.seq(), Math::max);
        }
    }

    private void quote(Quote quote) {
        Quote known = quotes.get(quote.symbol());
        if (known != null && quote.seq() > known.seq()) {
            quotes.put(quote.symbol(), quote.over(known));
        }
    }

    private void status(Status status) {
        Quote known = quotes.get(status.symbol());
        if (known != null && status.seq() > statuses.getOrDefault(status.symbol(), 0L)) {
            statuses.put(status.symbol(), status.seq());
            quotes.put(status.symbol(), known.withStatus(status.status()));
        }
    }

    /** Another connection goes on after that number, which may be before the newest that came. */
    synchronized void goesOn(long from) {
        told.clear();
        since = from;
    }

    private void trade(Trade trade) {
        Trade last = trades.get(trade.symbol());
        Long before = told.put(trade.symbol(), trade.tradeId());
        if (last != null && trade.tradeId() <= last.tradeId()) {
            if (trade.seq() <= since || (before != null && trade.tradeId() <= before)) {
                broken.accept("trade " + trade.tradeId() + " of " + trade.symbol() + " came after " + last.tradeId());
            }
            return;
        }
        if (last != null && trade.tradeId() > last.tradeId() + 1) {
            broken.accept("trades " + (last.tradeId() + 1) + " to " + (trade.tradeId() - 1) + " of " + trade.symbol()
                    + " were left out without a word");
        }
        trades.put(trade.symbol(), trade);
    }

    private void gap(Gap gap) {
        if (gap.channel() != Channel.TRADES) {
            return;
        }
        if (gap.symbol() == null) {
            trades.clear();
        } else {
            trades.remove(gap.symbol());
        }
    }

    /** It is not subscribed to any more. */
    synchronized void forget(Symbol symbol) {
        quotes.remove(symbol);
        statuses.remove(symbol);
        trades.remove(symbol);
        told.remove(symbol);
    }

    /** Knows nothing. */
    synchronized void clear() {
        quotes.clear();
        statuses.clear();
        trades.clear();
        told.clear();
        epoch = null;
    }

    /** The whole newest quote, if one came. */
    synchronized Optional<Quote> quote(Symbol symbol) {
        return Optional.ofNullable(quotes.get(symbol));
    }

    /** The newest trade, if one came since trades were subscribed to or lost. */
    synchronized Optional<Trade> trade(Symbol symbol) {
        return Optional.ofNullable(trades.get(symbol));
    }

    synchronized @Nullable String epoch() {
        return epoch;
    }

    /** Messages taken in so far. */
    synchronized long messages() {
        return messages;
    }
}
