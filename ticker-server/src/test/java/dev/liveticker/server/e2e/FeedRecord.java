package dev.liveticker.server.e2e;

import dev.liveticker.book.QuoteBook;
import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.FeedListener;
import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What one feed told its listener, and every rule of the stream that it broke. */
final class FeedRecord implements FeedListener {

    final QuoteBook book = new QuoteBook(System::nanoTime);

    private final Map<Symbol, TreeSet<Long>> tradeIds = new HashMap<>();
    private final Map<String, Long> newestSeq = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private final List<ConnectionState> states = new ArrayList<>();
    private ConnectionState state = new ConnectionState.Idle();
    private long messages;

    @Override
    public synchronized void onMessages(List<ServerMessage> batch) {
        for (ServerMessage message : batch) {
            switch (message) {
                case Trade trade -> {
                    once(trade, "trade");
                    tradeIds.computeIfAbsent(trade.symbol(), symbol -> new TreeSet<>())
                            .add(trade.tradeId());
                }
                case Quote quote -> {
                    once(quote, "quote");
                    rising("quote " + quote.symbol(), quote.seq());
                }
                case Snapshot snapshot -> rising("quote " + snapshot.symbol(), snapshot.seq());
                case Bar bar -> {
                    once(bar, "bar " + bar.interval().code());
                    rising("bar " + bar.symbol(), bar.seq());
                }
                default -> {}
            }
            messages++;
        }
        book.accept(batch);
    }

    @Override
    public synchronized void onState(ConnectionState newState) {
        state = newState;
        states.add(newState);
    }

    private void once(MarketEvent event, String kind) {
        if (event.seq() > 0 && !seen.add(kind + " " + event.symbol() + " " + event.seq())) {
            faults.add("twice: " + event);
        }
    }

    private void rising(String what, long seq) {
        Long before = newestSeq.put(what, seq);
        if (before != null && seq < before) {
            faults.add("older than before: " + what + " " + seq + " after " + before);
        }
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    synchronized ConnectionState state() {
        return state;
    }

    synchronized boolean wasIn(Class<? extends ConnectionState> kind) {
        return states.stream().anyMatch(kind::isInstance);
    }

    synchronized long messages() {
        return messages;
    }

    /** How many trades came in. */
    synchronized long trades() {
        return tradeIds.values().stream().mapToLong(Set::size).sum();
    }

    /** How many trades between the first and the last of each symbol did not come in. */
    synchronized long missingTrades() {
        return tradeIds.values().stream()
                .mapToLong(ids -> ids.last() - ids.first() + 1 - ids.size())
                .sum();
    }
}
