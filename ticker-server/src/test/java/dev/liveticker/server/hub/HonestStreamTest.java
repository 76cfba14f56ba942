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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever happens, in whatever order, a client is never lied to. */
class HonestStreamTest {

    private static final int SYMBOLS = 5;
    private static final List<Channel> CHANNELS = List.of(Channel.values());
    private static final List<TradingStatus> STATUSES = List.of(TradingStatus.values());
    private static final List<Double> RATES = Arrays.asList(null, null, 2.0, 20.0);

    @Property(tries = 3_000)
    void nothing_comes_twice_or_is_lost_silently_and_the_end_is_the_truth(
            @ForAll @Size(max = 300) List<@IntRange(min = 0, max = 1_000_000) Integer> script,
            @ForAll @IntRange(min = 3, max = 40) int ring,
            @ForAll @IntRange(min = 300, max = 3_000) int frameBytes,
            @ForAll @IntRange(min = 3, max = 120) int retained) {
        Run run = new Run(Fixture.small(ring, frameBytes, retained));
        script.forEach(run::step);
        run.settle();
    }

    @Property(tries = 3_000)
    void with_room_for_everything_nothing_is_lost_at_all(
            @ForAll @Size(max = 300) List<@IntRange(min = 0, max = 1_000_000) Integer> script,
            @ForAll @IntRange(min = 300, max = 3_000) int frameBytes) {
        Run run = new Run(Fixture.small(100_000, frameBytes, 100_000));
        script.forEach(run::step);
        run.settle();
        assertThat(run.clients)
                .allSatisfy(client -> assertThat(client.lostSomething()).isFalse());
    }

    /** One history of a market and its clients. */
    private static final class Run {

        private final Market market = Market.withSymbols(SYMBOLS);
        private final Fixture hub;
        private final List<ModelClient> clients = new ArrayList<>();
        private final List<MarketEvent> happened = new ArrayList<>();
        private final Map<Lane, Long> noted = new LinkedHashMap<>();
        private int number;

        Run(HubSettings settings) {
            hub = new Fixture(market, settings);
            clients.add(new ModelClient(hub, "one", false));
            clients.add(new ModelClient(hub, "two", true));
            clients.forEach(ModelClient::connect);
            for (Symbol symbol : market.symbols()) {
                // Someone who watches everything, to know what happened.
                SymbolSlot slot = hub.board.slot(symbol);
                watch(slot.trades());
                watch(slot.status());
                watch(slot.bars(Interval.ONE_MINUTE).closed());
            }
        }

        private void watch(Lane lane) {
            noted.put(lane, 0L);
        }

        /** Notes what happened since, before the log forgets it. */
        private void note() {
            noted.replaceAll((lane, upTo) -> {
                for (LogEntry entry = lane.firstAfter(upTo); entry != null; entry = entry.next()) {
                    happened.add((MarketEvent) entry.encoded().message());
                }
                return lane.newestSeq();
            });
        }

        void step(int code) {
            int what = code % 20;
            int rest = code / 20;
            Symbol symbol = market.symbols().get(rest % SYMBOLS);
            int detail = rest / SYMBOLS;
            ModelClient client = clients.get(detail % 2);
            switch (what) {
                case 0, 1, 2 -> publish(quote(symbol, detail));
                case 3, 4, 5 -> publish(market.trade(symbol, price(detail)));
                case 6 -> burst(detail);
                case 7 -> publish(market.status(symbol, STATUSES.get(detail % 3)));
                case 8 -> market.pass(1_000_000L * (detail % 90));
                case 9, 10, 11 -> client.read();
                case 12 -> client.readAll();
                case 13 -> client.cut(detail % 4 < 2);
                case 14, 15 -> client.connect();
                case 16, 17 ->
                    client.subscribe(CHANNELS.get(detail / 2 % 3), symbol, RATES.get(detail / 6 % RATES.size()));
                case 18 -> client.unsubscribe(CHANNELS.get(detail / 2 % 3), symbol);
                default -> hub.pass(Duration.ofMillis(detail % 700));
            }
            for (ModelClient each : clients) {
                assertThat(each.waitingBytes()).isLessThanOrEqualTo(hub.settings.outboxBytes());
            }
        }

        private void burst(int detail) {
            MarketEvent[] events = new MarketEvent[detail % 30];
            for (int i = 0; i < events.length; i++) {
                Symbol symbol = market.symbols().get((detail + i * 7) % SYMBOLS);
                events[i] = i % 3 == 0 ? quote(symbol, detail + i) : market.trade(symbol, price(detail + i));
            }
            for (MarketEvent event : events) {
                hub.core.publish(List.of(event));
                note();
            }
            hub.core.turn();
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

        private void publish(MarketEvent... events) {
            hub.publish(events);
            note();
        }

        /** Everybody gets the time to read everything, and what was held back is sent. */
        void settle() {
            for (int round = 0; round < 4; round++) {
                clients.forEach(ModelClient::connect);
                clients.forEach(ModelClient::readAll);
                hub.pass(Duration.ofSeconds(1));
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
                        case Quote quote -> {}
                    }
                }
            }
        }
    }
}
