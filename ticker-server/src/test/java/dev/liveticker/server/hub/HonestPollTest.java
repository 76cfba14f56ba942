package dev.liveticker.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Gap;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Symbol;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A polling client is not lied to either, whatever of its answers gets lost and whether it names its session or not.
 */
class HonestPollTest {

    @Property(tries = 1_000)
    void a_polling_client_ends_up_with_the_truth(
            @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 100_000) Integer> script,
            @ForAll @IntRange(min = 3, max = 30) int ring,
            @ForAll @IntRange(min = 300, max = 2_000) int frameBytes,
            @ForAll @IntRange(min = 3, max = 80) int retained,
            @ForAll boolean sessions) {
        Client client =
                new Client(new Fixture(Market.withSymbols(3), Fixture.small(ring, frameBytes, retained)), sessions);
        script.forEach(client::step);
        client.settle();
    }

    @Property(tries = 1_000)
    void nor_is_one_that_is_answered_by_another_hub_of_the_same_log_each_time(
            @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 100_000) Integer> script,
            @ForAll @IntRange(min = 3, max = 30) int ring,
            @ForAll @IntRange(min = 300, max = 2_000) int frameBytes,
            @ForAll @IntRange(min = 3, max = 80) int retained) {
        Market market = Market.withSymbols(3);
        List<Fixture> hubs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            hubs.add(Fixture.shared(market, Fixture.small(ring, frameBytes, retained)));
        }
        HubState first = hubs.getFirst().core.capture();
        hubs.forEach(hub -> hub.core.restore("epoch", first));
        Client client = new Client(hubs, false);
        script.forEach(client::step);
        client.settle();
    }

    private static final class Client {

        private final List<Fixture> hubs;
        private final List<Fixture.Poller> pollers;
        private final boolean namesSession;
        private Fixture hub;
        private Fixture.Poller poller;
        private final Set<Symbol> wanted = new HashSet<>();
        private final Set<Symbol> asked = new HashSet<>();
        private final Map<Symbol, Quote> quotes = new HashMap<>();
        private final Map<Symbol, Long> trades = new HashMap<>();
        private final Map<Symbol, Long> traded = new HashMap<>();
        private @Nullable String since;
        private @Nullable String session;

        Client(Fixture hub, boolean namesSession) {
            this(List.of(hub), namesSession);
        }

        Client(List<Fixture> hubs, boolean namesSession) {
            this.hubs = hubs;
            this.pollers = hubs.stream().map(hub -> hub.new Poller()).toList();
            this.hub = hubs.getFirst();
            this.poller = pollers.getFirst();
            this.namesSession = namesSession;
            wanted.add(hub.market.symbols().getFirst());
        }

        void step(int code) {
            int rest = code / 10;
            hub = hubs.get(rest % hubs.size());
            poller = pollers.get(rest % hubs.size());
            Symbol symbol = hub.market.symbols().get(rest % 3);
            switch (code % 10) {
                case 0, 1 -> {
                    String price = "10." + (10 + rest % 90);
                    Quote quote = hub.market.quote(symbol, price, rest % 4 == 0 ? price : null, null, null, null);
                    hubs.forEach(each -> each.publish(quote));
                }
                case 2, 3 -> trade(symbol);
                case 4 -> {
                    for (int i = 0; i < rest % 40; i++) {
                        trade(hub.market.symbols().get(i % 3));
                    }
                }
                case 5 -> wanted.add(symbol);
                case 6 -> poll(false, Duration.ofMillis(rest % 3 * 500L));
                case 7 -> hubs.forEach(each -> each.pass(Duration.ofMillis(rest % 900)));
                default -> poll(true, Duration.ofMillis(rest % 3 * 500L));
            }
        }

        private void trade(Symbol symbol) {
            Trade trade = hub.market.trade(symbol, "10.10");
            traded.put(symbol, trade.tradeId());
            hubs.forEach(each -> each.publish(trade));
        }

        /** Polls, lets its patience run out, and takes what it was answered, or loses it. */
        private void poll(boolean arrives, Duration patience) {
            boolean goesOn = namesSession && session != null && since != null;
            // Without a session the server takes all it asks for as known, so it asks anew when it wants more.
            String from = goesOn || asked.containsAll(wanted) ? since : null;
            Set<Symbol> fresh = new HashSet<>(wanted);
            if (from != null) {
                fresh.removeAll(asked);
            }
            Symbol[] symbols = wanted.toArray(Symbol[]::new);
            int taken = poller.answers.size();
            poller.polls(
                    goesOn ? session : null,
                    patience,
                    new ClientMessage.Subscribe(null, Channel.QUOTES, texts(symbols), null, null, from),
                    new ClientMessage.Subscribe(null, Channel.TRADES, texts(symbols), null, null, from));
            hubs.forEach(each -> each.pass(patience));
            assertThat(poller.answers).hasSize(taken + 1);
            if (arrives) {
                take(poller.answer(), fresh);
            }
        }

        private static List<String> texts(Symbol... symbols) {
            return java.util.Arrays.stream(symbols).map(Symbol::text).toList();
        }

        private void take(PollAnswer answer, Set<Symbol> fresh) {
            fresh.forEach(trades::remove);
            asked.addAll(wanted);
            for (ServerMessage message : RecordingOutlet.decode(answer.frame(), Encoding.JSON)) {
                switch (message) {
                    case Snapshot snapshot -> quotes.put(snapshot.symbol(), snapshot.quote());
                    case Quote quote -> {
                        Quote known = quotes.get(quote.symbol());
                        if (known == null) {
                            assertThat(namesSession || quote.open() == null)
                                    .as("a snapshot, or what is as good, comes first")
                                    .isFalse();
                            quotes.put(quote.symbol(), quote);
                        } else {
                            boolean older = quote.seq() < known.seq();
                            assertThat(older && hubs.size() == 1).isFalse();
                            if (!older) {
                                quotes.put(quote.symbol(), quote.over(known));
                            }
                        }
                    }
                    case Gap gap -> {
                        if (gap.symbol() == null) {
                            trades.clear();
                        } else {
                            trades.remove(gap.symbol());
                        }
                    }
                    case Trade trade -> {
                        Long before = trades.put(trade.symbol(), trade.tradeId());
                        assertThat(before == null || trade.tradeId() == before + 1)
                                .as("%s comes after %s", trade, before)
                                .isTrue();
                    }
                    case ServerMessage other -> {}
                }
            }
            since = answer.frame().position().toString();
            session = answer.session();
        }

        void settle() {
            for (int i = 0; i < 100; i++) {
                poll(true, Duration.ZERO);
            }
            for (Symbol symbol : wanted) {
                assertThat(quotes.get(symbol).numbered(0))
                        .isEqualTo(hub.board.slot(symbol).quote().whole().numbered(0));
                if (trades.containsKey(symbol)) {
                    assertThat(trades.get(symbol)).isEqualTo(traded.get(symbol));
                }
            }
            assertThat(hub.core.members().size()).isLessThanOrEqualTo(hub.settings.maxSubscribers());
        }
    }
}
