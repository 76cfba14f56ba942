package dev.liveticker.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Clients that come to another hub of the same log each time, which may not be as far as the one before. */
class HonestClusterTest {

    private static final int SYMBOLS = 4;
    private static final int NODES = 3;
    private static final List<Channel> CHANNELS = List.of(Channel.values());
    private static final List<TradingStatus> STATUSES = List.of(TradingStatus.values());
    private static final List<Double> RATES = Arrays.asList(null, null, 2.0, 20.0);

    @Property(tries = 1_500)
    void nothing_comes_twice_or_is_lost_silently_whichever_hub_a_client_goes_on_at(
            @ForAll @Size(max = 250) List<@IntRange(min = 0, max = 1_000_000) Integer> script,
            @ForAll @IntRange(min = 3, max = 40) int ring,
            @ForAll @IntRange(min = 300, max = 3_000) int frameBytes,
            @ForAll @IntRange(min = 3, max = 120) int retained) {
        Run run = new Run(Fixture.small(ring, frameBytes, retained));
        script.forEach(run::step);
        run.settle();
    }

    @Property(tries = 1_500)
    void with_room_for_everything_nothing_is_lost_at_all(
            @ForAll @Size(max = 250) List<@IntRange(min = 0, max = 1_000_000) Integer> script,
            @ForAll @IntRange(min = 300, max = 3_000) int frameBytes) {
        Run run = new Run(Fixture.small(100_000, frameBytes, 100_000));
        script.forEach(run::step);
        run.settle();
        assertThat(run.clients)
                .allSatisfy(client -> assertThat(client.lostSomething()).isFalse());
    }

    /** One history of a market, the hubs that follow it, and clients that wander between them. */
    private static final class Run {

        private final Market market = Market.withSymbols(SYMBOLS);
        private final List<Fixture> nodes = new ArrayList<>();
        private final Map<Fixture, ArrayDeque<List<MarketEvent>>> onTheirWay = new HashMap<>();
        private final List<ModelClient> clients = new ArrayList<>();
        private final List<MarketEvent> happened = new ArrayList<>();
        private final Map<Lane, Long> noted = new LinkedHashMap<>();
        private int number;

        Run(HubSettings settings) {
            for (int i = 0; i < NODES; i++) {
                Fixture node = Fixture.shared(market, settings);
                nodes.add(node);
                onTheirWay.put(node, new ArrayDeque<>());
            }
            HubState first = nodes.getFirst().core.capture();
            nodes.forEach(node -> node.core.restore("epoch", first));
            clients.add(new ModelClient(nodes.get(1), "one", false));
            clients.add(new ModelClient(nodes.get(2), "two", true));
            clients.forEach(ModelClient::connect);
            for (Symbol symbol : market.symbols()) {
                // Someone who watches everything, to know what happened.
                SymbolSlot slot = nodes.getFirst().board.slot(symbol);
                noted.put(slot.trades(), 0L);
                noted.put(slot.status(), 0L);
                noted.put(slot.bars(Interval.ONE_MINUTE).closed(), 0L);
            }
        }

        void step(int code) {
            int what = code % 20;
            int rest = code / 20;
            Symbol symbol = market.symbols().get(rest % SYMBOLS);
            int detail = rest / SYMBOLS;
            ModelClient client = clients.get(detail % clients.size());
            switch (what) {
                case 0, 1, 2 -> happens(quote(symbol, detail));
                case 3, 4, 5 -> happens(market.trade(symbol, price(detail)));
                case 6 -> happens(market.trade(symbol, price(detail)), quote(symbol, detail));
                case 7 -> happens(market.status(symbol, STATUSES.get(detail % 3)));
                case 8 -> market.pass(1_000_000L * (detail % 90));
                case 9, 10, 11 -> client.read();
                case 12 -> client.readAll();
                case 13 -> client.cut(detail % 4 < 2);
                case 14, 15 -> {
                    if (!client.connected()) {
                        client.goTo(nodes.get(detail / 2 % NODES));
                    }
                    client.connect();
                }
                case 16 -> client.subscribe(CHANNELS.get(detail / 2 % 3), symbol, RATES.get(detail / 6 % RATES.size()));
                case 17 -> arrives(nodes.get(detail % NODES), detail / NODES % 4);
                case 18 -> client.unsubscribe(CHANNELS.get(detail / 2 % 3), symbol);
                default -> pass(Duration.ofMillis(detail % 700));
            }
        }

        private void happens(MarketEvent... events) {
            onTheirWay.values().forEach(queue -> queue.add(List.of(events)));
            // The first is always as far as the market.
            arrives(nodes.getFirst(), 1);
            noted.replaceAll((lane, upTo) -> {
                for (LogEntry entry = lane.firstAfter(upTo); entry != null; entry = entry.next()) {
                    happened.add((MarketEvent) entry.encoded().message());
                }
                return lane.newestSeq();
            });
        }

        private void arrives(Fixture node, int atMost) {
            ArrayDeque<List<MarketEvent>> queue = onTheirWay.get(node);
            for (int i = 0; i < atMost && !queue.isEmpty(); i++) {
                node.publish(queue.poll().toArray(new MarketEvent[0]));
            }
        }

        /** Entries are on their way for less long than anyone is ready to wait. */
        private void pass(Duration time) {
            nodes.forEach(node -> arrives(node, Integer.MAX_VALUE));
            nodes.forEach(node -> node.pass(time));
        }

        private Quote quote(Symbol symbol, int detail) {
            String price = price(number++);
            return detail % 4 == 0
                    ? market.quote(symbol, price, price, price, detail % 8 == 0 ? price : null, null)
                    : market.quote(symbol, price);
        }

        private static String price(int detail) {
            return 10 + detail % 5 + "." + (10 + detail % 90);
        }

        /** Everybody gets the time to read everything, and what was held back is sent. */
        void settle() {
            for (int round = 0; round < 4; round++) {
                pass(Duration.ofSeconds(1));
                clients.forEach(ModelClient::connect);
                clients.forEach(ModelClient::readAll);
            }
            for (ModelClient client : clients) {
                assertThat(client.connected()).isTrue();
                client.showsTheTruth();
                for (MarketEvent event : happened) {
                    switch (event) {
                        case Trade trade -> client.hasEvery(trade, Channel.TRADES);
                        case Bar bar -> client.hasEvery(bar, Channel.BARS);
                        case Status status -> client.hasEvery(status, Channel.QUOTES);
                        case Quote _ -> {}
                    }
                }
            }
        }
    }
}
