package dev.liveticker.server.hub;

import static dev.liveticker.server.hub.Fixture.bars;
import static dev.liveticker.server.hub.Fixture.quotes;
import static dev.liveticker.server.hub.Fixture.trades;
import static dev.liveticker.server.hub.Market.A;
import static dev.liveticker.server.hub.Market.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Interval;
import dev.liveticker.model.TradingStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ConflationTest {

    private final Fixture hub = Fixture.of(A, B);

    /** Long enough for who did not read meanwhile to have fallen behind. */
    private void longWhile() {
        hub.pass(Duration.ofMillis(150));
    }

    @Test
    void who_keeps_up_gets_every_quote() {
        Fixture.Client client = hub.connect(quotes(A));
        client.outlet.take();
        for (int cents = 10; cents < 60; cents++) {
            hub.publish(hub.market.quote(A, "10." + cents));
        }
        assertThat(client.outlet.take()).isEmpty();
        client.reads();
        assertThat(client.outlet.take(Quote.class)).hasSize(50);
    }

    @Test
    void for_who_falls_behind_only_the_newest_quote_waits() {
        Fixture.Client client = hub.connect(quotes(A));
        client.outlet.take();
        for (int cents = 10; cents < 60; cents++) {
            hub.publish(hub.market.quote(A, "10." + cents));
            hub.pass(Duration.ofMillis(10));
        }
        assertThat(client.outlet.take()).isEmpty();
        client.reads();
        assertThat(client.outlet.take(Quote.class))
                .singleElement()
                .satisfies(quote -> assertThat(quote.last()).isEqualByComparingTo("10.59"));
    }

    @Test
    void a_change_of_the_session_outlives_the_quotes_after_it() {
        Fixture.Client client = hub.connect(quotes(A));
        client.outlet.take();
        hub.publish(hub.market.quote(A, "12.00", null, "12.00", null, null));
        longWhile();
        hub.publish(hub.market.quote(A, "11.00"));
        longWhile();
        hub.publish(hub.market.quote(A, "11.00"));
        client.reads();
        assertThat(client.outlet.take(Quote.class)).singleElement().satisfies(quote -> {
            assertThat(quote.last()).isEqualByComparingTo("11");
            assertThat(quote.high()).isEqualByComparingTo("12");
            assertThat(quote.open()).isEqualByComparingTo("10");
        });
        client.reads();
        hub.publish(hub.market.quote(A, "11.50"));
        assertThat(client.outlet.take(Quote.class))
                .singleElement()
                .satisfies(quote -> assertThat(quote.hasSessionFields()).isFalse());
    }

    @Test
    void trades_are_never_conflated_and_a_frame_is_in_order() {
        Fixture.Client client = hub.connect(quotes(A, B), trades(A, B));
        client.outlet.take();
        List<MarketEvent> sent = new ArrayList<>();
        for (int i = 10; i < 40; i++) {
            sent.add(hub.market.trade(i % 2 == 0 ? A : B, "10." + i));
            sent.add(hub.market.quote(A, "10." + i));
        }
        hub.publish(sent.toArray(MarketEvent[]::new));
        longWhile();
        hub.publish(hub.market.quote(A, "10.40"));
        longWhile();
        hub.publish(hub.market.quote(A, "10.40"));
        client.reads();
        List<ServerMessage> frame = client.outlet.take();
        assertThat(frame.stream().filter(Trade.class::isInstance)).hasSize(30);
        assertThat(frame.stream().filter(Quote.class::isInstance)).hasSize(1);
        assertThat(frame.stream().map(message -> ((MarketEvent) message).seq()))
                .isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void a_status_comes_on_every_channel_once_and_the_quote_tells_of_it_too() {
        Fixture.Client everything = hub.connect(quotes(A), trades(A), bars(Interval.ONE_MINUTE, A));
        Fixture.Client tradesOnly = hub.connect(trades(A));
        Fixture.Client other = hub.connect(quotes(B), trades(B));
        List.of(everything, tradesOnly, other).forEach(Fixture.Client::readsAll);
        List.of(everything, tradesOnly, other).forEach(client -> client.outlet.take());
        hub.publish(hub.market.status(A, TradingStatus.HALTED));
        List<ServerMessage> seen = everything.outlet.take();
        assertThat(seen).hasSize(2);
        assertThat(seen.get(0)).isInstanceOfSatisfying(Status.class, status -> {
            assertThat(status.status()).isEqualTo(TradingStatus.HALTED);
            assertThat(status.reason()).isEqualTo("news");
        });
        assertThat(seen.get(1))
                .isInstanceOfSatisfying(
                        Quote.class, quote -> assertThat(quote.status()).isEqualTo(TradingStatus.HALTED));
        assertThat(tradesOnly.outlet.take()).singleElement().isInstanceOf(Status.class);
        assertThat(other.outlet.take()).isEmpty();
    }

    @Test
    void an_open_bar_is_conflated_and_comes_after_the_closed_one() {
        Fixture.Client client = hub.connect(bars(Interval.ONE_MINUTE, A));
        client.outlet.take();
        hub.publish(hub.market.trade(A, "10.10"));
        hub.publish(hub.market.trade(A, "10.30"));
        hub.market.pass(60_000_000);
        longWhile();
        hub.publish(hub.market.trade(A, "10.20"));
        longWhile();
        hub.publish(hub.market.trade(A, "10.25"));
        longWhile();
        hub.publish(hub.market.trade(A, "10.25"));
        client.reads();
        List<Bar> seen = client.outlet.take(Bar.class);
        assertThat(seen).hasSize(2);
        assertThat(seen.get(0).closed()).isTrue();
        assertThat(seen.get(0).close()).isEqualByComparingTo("10.30");
        assertThat(seen.get(0).trades()).isEqualTo(2);
        assertThat(seen.get(1).closed()).isFalse();
        assertThat(seen.get(1).open()).isEqualByComparingTo("10.20");
        assertThat(seen.get(1).close()).isEqualByComparingTo("10.25");
        assertThat(seen.get(1).start() - seen.get(0).start()).isEqualTo(60_000_000);
    }

    @Test
    void a_quote_of_another_symbol_closes_a_bar_whose_time_is_over() {
        Fixture.Client client = hub.connect(bars(Interval.ONE_MINUTE, A)).readsAll();
        hub.publish(hub.market.trade(A, "10.10"));
        client.readsAll();
        client.outlet.take();
        hub.market.pass(60_000_000);
        hub.publish(hub.market.quote(B, "10.20"));
        assertThat(client.outlet.take(Bar.class))
                .singleElement()
                .satisfies(bar -> assertThat(bar.closed()).isTrue());
    }

    @Test
    void even_a_reader_too_slow_for_all_of_it_gets_every_symbol_in_its_turn() {
        Market market = Market.withSymbols(40);
        Fixture slow = new Fixture(market, Fixture.small(100, 1_000, 100));
        Fixture.Client client = slow.connect(quotes(market.symbols().toArray(new dev.liveticker.model.Symbol[0])));
        client.readsAll();
        client.outlet.take();
        List<Quote> seen = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            for (int i = 0; i < 40; i++) {
                // The first is quoted last, and more often than anything is read.
                slow.publish(market.quote(market.symbols().get(39 - i), "10." + (10 + round)));
            }
            slow.publish(market.quote(market.symbols().getFirst(), "11.00"));
            client.reads();
            seen.addAll(client.outlet.take(Quote.class));
        }
        assertThat(client.session.inFlight()).isNotNull();
        assertThat(seen.stream().map(Quote::symbol).distinct()).hasSize(40);
        assertThat(seen.stream()
                        .filter(quote -> quote.symbol().equals(market.symbols().getFirst())))
                .hasSizeGreaterThan(1);
    }

    @Property(tries = 300)
    void what_a_client_pieces_together_is_what_the_hub_knows(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 63) Integer> script) {
        Fixture fresh = Fixture.of(A);
        Fixture.Client client = fresh.connect(quotes(A));
        Quote[] known = {null};
        int price = 1_000;
        for (int code : script) {
            String text = price++ / 100 + "." + (10 + code);
            fresh.publish(fresh.market.quote(
                    A,
                    text,
                    (code & 1) != 0 ? text : null,
                    (code & 2) != 0 ? text : null,
                    (code & 4) != 0 ? text : null,
                    (code & 8) != 0 ? TradingStatus.HALTED : null));
            if ((code & 48) == 48) {
                client.reads();
            }
        }
        client.readsAll();
        for (ServerMessage message : client.outlet.take()) {
            switch (message) {
                case dev.liveticker.message.Snapshot snapshot -> known[0] = snapshot.quote();
                case Quote quote -> known[0] = quote.over(known[0]);
                case ServerMessage other -> {}
            }
        }
        assertThat(known[0]).isEqualTo(fresh.board.slot(A).quote().whole());
    }
}
