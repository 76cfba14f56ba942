package dev.liveticker.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.FeedListener;
import dev.liveticker.message.Gap;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Trade;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Keeps what a feed tells its listener, and checks the promises it made. Safe in any thread. */
final class StreamLog implements FeedListener {

    private final List<ServerMessage> messages = new ArrayList<>();
    private final List<ConnectionState> states = new ArrayList<>();

    @Override
    public synchronized void onMessages(List<ServerMessage> frame) {
        messages.addAll(frame);
    }

    @Override
    public synchronized void onState(ConnectionState state) {
        states.add(state);
    }

    synchronized long count(Class<? extends ServerMessage> type) {
        return messages.stream().filter(type::isInstance).count();
    }

    synchronized List<ConnectionState> states() {
        return List.copyOf(states);
    }

    synchronized List<ServerMessage> messages() {
        return List.copyOf(messages);
    }

    synchronized List<Welcome> welcomes() {
        return messages.stream()
                .filter(Welcome.class::isInstance)
                .map(Welcome.class::cast)
                .toList();
    }

    /** Within each epoch: no number twice on a symbol, and no quote older than the one before. */
    synchronized void assertInOrderAndNothingTwice() {
        Map<Symbol, Long> newest = new HashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        String epoch = "";
        for (ServerMessage message : messages) {
            switch (message) {
                case Welcome welcome -> {
                    if (!welcome.epoch().equals(epoch)) {
                        epoch = welcome.epoch();
                        newest.clear();
                        seen.clear();
                    }
                }
                case Snapshot snapshot -> newest.merge(snapshot.symbol(), snapshot.seq(), StreamLog::rising);
                case Quote quote -> {
                    newest.merge(quote.symbol(), quote.seq(), StreamLog::rising);
                    once(seen, quote);
                }
                case MarketEvent event -> once(seen, event);
                default -> {}
            }
        }
    }

    /** Within each epoch every trade of a symbol came, or a gap was announced. */
    synchronized void assertEveryTradeCameOnce() {
        Map<Symbol, TreeSet<Long>> ids = new HashMap<>();
        for (ServerMessage message : messages) {
            if (message instanceof Trade trade) {
                assertThat(ids.computeIfAbsent(trade.symbol(), symbol -> new TreeSet<>())
                                .add(trade.tradeId()))
                        .as("trade %s of %s comes once", trade.tradeId(), trade.symbol())
                        .isTrue();
            }
            assertThat(message).isNotInstanceOf(Gap.class);
        }
        ids.forEach((symbol, own) ->
                assertThat(own).as("trades of %s have no hole", symbol).hasSize((int) (own.last() - own.first() + 1)));
        assertThat(ids).isNotEmpty();
    }

    private static long rising(long before, long after) {
        assertThat(after).isGreaterThanOrEqualTo(before);
        return after;
    }

    private static void once(Map<String, Integer> seen, MarketEvent event) {
        String key = event.getClass().getSimpleName() + event.symbol() + event.seq();
        assertThat(seen.merge(key, 1, Integer::sum)).as("%s comes once", key).isEqualTo(1);
    }
}
