package dev.liveticker.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.FeedListener;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Feeds;
import dev.liveticker.feed.Subscription;
import dev.liveticker.feed.Transport;
import dev.liveticker.message.Gap;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Notification;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Trade;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Alert;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A client that follows two symbols and the user's alerts, and writes down every promise that is broken to it. */
final class Onlooker implements FeedListener, AutoCloseable {

    static final Symbol BTC = Symbol.of("BTC-USD");
    static final Symbol AAPL = Symbol.of("AAPL");

    /** More than prices move in the seconds that a market may stand still; a market begun anew is far from it. */
    private static final BigDecimal JUMP = new BigDecimal("0.03");

    private final Transport transport;
    private final Map<Symbol, TreeMap<Long, Trade>> trades = new HashMap<>();
    private final Map<Symbol, Long> newest = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> epochs = new ArrayList<>();
    private final List<ConnectionState> states = new ArrayList<>();
    private final List<Notification> notifications = new ArrayList<>();
    private final Set<String> acknowledged = new HashSet<>();
    private List<Alert> alerts = List.of();
    private int gaps;
    private final Feeds.Connected connected;

    Onlooker(URI server, Transport transport) {
        this.transport = transport;
        connected = Feeds.connect(new FeedSettings(server, transport, false, true), this);
        connected.feed().followAlerts();
        connected
                .feed()
                .subscribe(List.of(
                        Subscription.quotes(BTC),
                        Subscription.trades(BTC),
                        Subscription.quotes(AAPL),
                        Subscription.trades(AAPL)));
    }

    Feeds.Connected connected() {
        return connected;
    }

    @Override
    public synchronized void onMessages(List<ServerMessage> messages) {
        for (ServerMessage message : messages) {
            switch (message) {
                case Welcome welcome -> welcome(welcome.epoch());
                case Trade trade -> {
                    trades.computeIfAbsent(trade.symbol(), _ -> new TreeMap<>()).put(trade.tradeId(), trade);
                    if (!seen.add("trade " + trade.symbol() + " number " + trade.tradeId())) {
                        faults.add("twice: " + trade);
                    }
                    once(trade);
                }
                case Quote quote -> {
                    once(quote);
                    Long before = newest.put(quote.symbol(), quote.seq());
                    if (before != null && before > quote.seq()) {
                        faults.add("older than " + before + ": " + quote);
                    }
                }
                case Gap _ -> gaps++;
                default -> {}
            }
        }
    }

    /** With a new epoch a client is given a gap, and fetches what it may have missed; that may be what it has. */
    private void welcome(String epoch) {
        if (epochs.isEmpty() || !epochs.getLast().equals(epoch)) {
            epochs.add(epoch);
            newest.clear();
            seen.clear();
        }
    }

    private void once(MarketEvent event) {
        String what = event.getClass().getSimpleName() + " " + event.symbol() + " " + event.seq();
        // Those fetched again by REST come without a number of the stream's.
        if (event.seq() > 0 && !seen.add(what)) {
            faults.add("the same number twice: " + event);
        }
    }

    @Override
    public synchronized void onNotification(Notification notification) {
        notifications.add(notification);
    }

    @Override
    public synchronized void onAcknowledged(String notification) {
        acknowledged.add(notification);
    }

    @Override
    public synchronized void onAlerts(List<Alert> all) {
        alerts = all;
    }

    @Override
    public synchronized void onState(ConnectionState state) {
        states.add(state);
    }

    /** Where it stands, for whoever waits for it in vain. */
    @Override
    public synchronized String toString() {
        return transport + " " + connected.feed().state() + " "
                + connected.feed().statistics() + ", last states "
                + states.subList(Math.max(0, states.size() - 8), states.size());
    }

    synchronized long count(Symbol symbol) {
        return trades.getOrDefault(symbol, new TreeMap<>()).size();
    }

    synchronized BigDecimal last(Symbol symbol) {
        return trades.get(symbol).lastEntry().getValue().price();
    }

    synchronized int gaps() {
        return gaps;
    }

    synchronized List<String> epochs() {
        return List.copyOf(epochs);
    }

    synchronized List<String> notifications() {
        return notifications.stream().map(Notification::id).toList();
    }

    synchronized Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    synchronized List<String> alerts() {
        return alerts.stream().map(Alert::id).sorted().toList();
    }

    /** No trade twice, no number twice, no quote older than the one before, and no price far from the one before. */
    synchronized void assertSound() {
        assertThat(faults).as("%s", transport).isEmpty();
        assertThat(notifications()).as("notifications over %s", transport).doesNotHaveDuplicates();
        trades.forEach((symbol, own) -> {
            BigDecimal before = own.firstEntry().getValue().price();
            for (Trade trade : own.values()) {
                BigDecimal change = trade.price().subtract(before).abs().divide(before, MathContext.DECIMAL32);
                assertThat(change).as("%s over %s", trade, transport).isLessThan(JUMP);
                before = trade.price();
            }
        });
    }

    /** Sound, and every trade from the first to the last came. */
    synchronized void assertWhole() {
        assertSound();
        trades.forEach((symbol, own) -> assertThat((long) own.size())
                .as("trades %d to %d of %s over %s", own.firstKey(), own.lastKey(), symbol, transport)
                .isEqualTo(own.lastKey() - own.firstKey() + 1));
        assertThat(trades).isNotEmpty();
    }

    @Override
    public void close() {
        connected.close();
    }
}
