package dev.liveticker.server.hub;

import static dev.liveticker.server.hub.Fixture.quotes;
import static dev.liveticker.server.hub.Fixture.quotesAtRate;
import static dev.liveticker.server.hub.Fixture.trades;
import static dev.liveticker.server.hub.Market.A;
import static dev.liveticker.server.hub.Market.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.End;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Channel;
import dev.liveticker.server.access.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HubFiguresTest {

    private final Fixture hub = Fixture.of(A, B);
    private final HubFigures figures = hub.core.figures();

    private Traffic sent() {
        return figures.sent(Carrier.WEBSOCKET, Encoding.JSON);
    }

    @Test
    void what_a_client_is_sent_is_counted_by_frames_messages_and_bytes() {
        Fixture.Client client = hub.connect(quotes(A, B), trades(A)).readsAll();
        hub.publish(hub.market.quote(A, "10.10"), hub.market.trade(A, "10.10"));
        client.readsAll();
        hub.publish(hub.market.quote(B, "10.20"));

        List<Frame> frames = client.outlet.frames();
        assertThat(sent().frames()).isEqualTo(frames.size());
        assertThat(sent().messages()).isEqualTo(client.outlet.take().size());
        assertThat(sent().bytes())
                .isEqualTo(
                        frames.stream().mapToLong(frame -> frame.bytes().length).sum());
        assertThat(client.session.sentBytes()).isEqualTo(sent().bytes());
        assertThat(figures.sent(Carrier.WEBSOCKET, Encoding.CBOR).frames()).isZero();
    }

    @Test
    void who_keeps_up_is_spared_nothing() {
        Fixture.Client client = hub.connect(quotes(A, B), trades(A));
        for (int i = 10; i < 60; i++) {
            client.readsAll();
            hub.publish(hub.market.quote(A, "10." + i), hub.market.trade(A, "10." + i));
        }
        assertThat(figures.conflated()).isZero();
        assertThat(figures.dropped()).isZero();
    }

    @Test
    void quotes_that_newer_ones_replaced_are_counted() {
        Fixture.Client client = hub.connect(quotes(A), trades(A));
        client.outlet.take();
        for (int i = 10; i < 60; i++) {
            hub.publish(hub.market.quote(A, "10." + i), hub.market.trade(A, "10." + i));
            hub.pass(Duration.ofMillis(10));
        }
        client.readsAll();
        List<ServerMessage> got = client.outlet.take();
        long quotes = got.stream().filter(Quote.class::isInstance).count();
        assertThat(got.stream().filter(Trade.class::isInstance)).hasSize(50);
        assertThat(quotes).isLessThan(50);
        assertThat(figures.conflated()).isEqualTo(50 - quotes);
    }

    @Test
    void quotes_that_a_low_rate_keeps_back_are_counted_for_each_client() {
        Fixture.Client one = hub.connect(quotesAtRate(1, A)).readsAll();
        Fixture.Client other = hub.connect(quotesAtRate(1, A)).readsAll();
        one.outlet.take();
        other.outlet.take();
        for (int i = 10; i < 15; i++) {
            hub.publish(hub.market.quote(A, "10." + i));
        }
        hub.pass(Duration.ofMillis(1_100));
        assertThat(one.outlet.take(Quote.class)).hasSize(1);
        assertThat(other.outlet.take(Quote.class)).hasSize(1);
        assertThat(figures.conflated()).isEqualTo(8);
    }

    /** One symbol's quotes in any order of publishing and reading: each is sent or counted as replaced. */
    @Property(tries = 200)
    void a_quote_is_sent_or_counted(@ForAll @Size(max = 60) List<@IntRange(max = 3) Integer> steps) {
        Fixture fresh = Fixture.of(A, B);
        Fixture.Client client = fresh.connect(quotes(A, B)).readsAll();
        client.outlet.take();
        int published = 0;
        for (int step : steps) {
            switch (step) {
                case 0 -> fresh.publish(fresh.market.quote(A, "10." + (10 + ++published % 90)));
                case 1 -> fresh.publish(fresh.market.quote(B, "10." + (10 + ++published % 90)));
                case 2 -> client.reads();
                default -> fresh.pass(Duration.ofMillis(120));
            }
        }
        fresh.pass(Duration.ofMillis(120));
        client.readsAll();
        long got = client.outlet.take(Quote.class).size();
        assertThat(got + fresh.core.figures().conflated()).isEqualTo(published);
    }

    @Test
    void trades_given_up_and_the_gap_that_says_so_are_counted() {
        Fixture small = new Fixture(new Market(A, B), Fixture.small(10, 4_000, 50));
        Fixture.Client client = small.connect(trades(A));
        for (int i = 0; i < 25; i++) {
            small.publish(small.market.trade(A, "10.10"));
            small.pass(Duration.ofMillis(50));
        }
        client.outlet.take();
        client.readsAll();
        assertThat(client.outlet.take(Trade.class)).hasSize(10);
        assertThat(small.core.figures().dropped()).isEqualTo(15);
        assertThat(small.core.figures().gaps()).isEqualTo(1);
    }

    @Test
    void polls_are_counted_by_whether_they_brought_something() {
        Fixture.Poller poller = hub.new Poller().polls(null, Duration.ZERO, quotes(A));
        String session = poller.answer().session();
        poller.polls(session, Duration.ZERO, Fixture.quotesSince(poller.next(), A));
        assertThat(figures.polls(false)).isEqualTo(1);
        assertThat(figures.polls(true)).isEqualTo(1);
        assertThat(figures.sent(Carrier.POLLING, Encoding.JSON).frames()).isEqualTo(2);
    }

    @Test
    void each_end_is_counted_once_and_by_its_reason() {
        Fixture.Client gone = hub.connect(quotes(A));
        Fixture.Client ended = hub.connect(quotes(A));
        hub.core.disconnected(gone.session);
        hub.core.disconnected(gone.session);
        hub.core.end(ended.session, End.TOO_SLOW);
        hub.core.disconnected(ended.session);
        assertThat(figures.parted(Parting.LEFT)).isEqualTo(1);
        assertThat(figures.parted(Parting.of(End.TOO_SLOW))).isEqualTo(1);
        assertThat(Parting.all().stream().mapToLong(figures::parted).sum()).isEqualTo(2);
    }

    @Test
    void a_client_without_a_place_is_counted_as_turned_away() {
        hub.core.drain(() -> {});
        RecordingOutlet outlet = new RecordingOutlet();
        hub.core.connect(
                "late",
                new Connection(Encoding.JSON, List.of(), Principal.local(), Carrier.WEBSOCKET),
                outlet,
                new Intake());
        assertThat(outlet.ended()).isEqualTo(End.GOING_AWAY);
        assertThat(figures.turnedAway(End.GOING_AWAY)).isEqualTo(1);
    }

    @Test
    void the_census_tells_who_is_there_what_they_want_and_what_waits() {
        Fixture.Client reader = hub.connect(quotes(A, B), trades(A)).readsAll();
        Fixture.Client stuck = hub.connect(quotes(A));
        hub.new Poller().polls(null, Duration.ZERO, quotes(A));
        hub.publish(hub.market.quote(A, "10.10"));

        Census census = hub.core.census();
        assertThat(census.connections()).isEqualTo(Map.of(Carrier.WEBSOCKET, 2, Carrier.POLLING, 1));
        assertThat(census.subscriptions()).isEqualTo(Map.of(Channel.QUOTES, 4L, Channel.TRADES, 1L));
        long ofReader = reader.outlet.frames().getLast().size();
        long ofStuck = stuck.outlet.frames().getLast().size();
        assertThat(census.queuedBytes()).isEqualTo(ofReader + ofStuck);
        assertThat(census.longestQueueBytes()).isEqualTo(Math.max(ofReader, ofStuck));
    }

    @Test
    void how_long_a_quote_took_is_measured_from_its_publication() {
        hub.connect(quotes(A)).readsAll();
        List<MarketEvent> batch = new ArrayList<>(List.of(hub.market.quote(A, "10.10")));
        hub.core.coming(batch, 400);
        hub.core.publish(batch);
        hub.core.came();
        hub.core.turn();
        assertThat(figures.events()).isEqualTo(1);
        assertThat(figures.latency().counts()[0]).isEqualTo(1);
        assertThat(figures.latency().seconds()).isEqualTo(600e-9);
    }

    @Test
    void how_late_the_market_is_goes_by_its_own_clock() {
        Quote quote = hub.market.quote(A, "10.10");
        hub.core.coming(List.of(quote), 400);
        long now = Fixture.NOW.getEpochSecond() * 1_000_000 + Fixture.NOW.getNano() / 1_000;
        assertThat(figures.lagMicros()).isEqualTo(now - quote.time());
    }

    @Test
    void durations_are_sorted_into_their_ranges() {
        Durations durations = new Durations(10, 100);
        for (long nanos : new long[] {0, 10, 11, 100, 101, 1_000_000_000, -5}) {
            durations.record(nanos);
        }
        assertThat(durations.counts()).containsExactly(3, 2, 2);
        assertThat(durations.upTo()).containsExactly(10e-9, 100e-9, Double.POSITIVE_INFINITY);
        assertThat(durations.seconds()).isEqualTo(1.000000222);
    }
}
