package dev.liveticker.server.hub;

import static dev.liveticker.server.hub.Fixture.bars;
import static dev.liveticker.server.hub.Fixture.quotes;
import static dev.liveticker.server.hub.Fixture.quotesAtRate;
import static dev.liveticker.server.hub.Fixture.trades;
import static dev.liveticker.server.hub.Market.A;
import static dev.liveticker.server.hub.Market.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.End;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.access.Principal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MembershipTest {

    private final Fixture hub = new Fixture(new Market(A, B), settings(3));

    private static HubSettings settings(int maxSubscribers) {
        return new HubSettings(
                "test",
                true,
                "TEST",
                Duration.ofSeconds(5),
                10,
                maxSubscribers,
                10,
                10_000,
                1_000,
                Duration.ofSeconds(10),
                10,
                Duration.ofMinutes(1));
    }

    @Test
    void nothing_is_left_of_ten_thousand_who_came_and_went() {
        for (int i = 0; i < 10_000; i++) {
            Fixture.Client client =
                    hub.connect(quotesAtRate(1 + i % 3, A, B), trades(A, B), bars(Interval.FIVE_MINUTES, A));
            hub.publish(hub.market.quote(A, "10.10"), hub.market.trade(B, "10.10"));
            switch (i % 4) {
                case 0 -> client.reads();
                case 1 -> client.readsAll();
                case 2 -> hub.core.end(client.session, End.RATE_LIMITED);
                default -> hub.core.malformed(client.session, "no frame");
            }
            hub.core.disconnected(client.session);
            hub.core.disconnected(client.session);
        }
        nothingIsLeft();
    }

    @Test
    void nothing_is_left_of_those_who_were_ended() {
        Fixture.Client stalled = hub.connect(quotes(A), trades(A));
        Fixture.Client talkative = hub.connect(quotes(A)).readsAll();
        hub.core.malformed(talkative.session, "no frame");
        hub.core.turn();
        hub.pass(Duration.ofSeconds(10));
        assertThat(stalled.outlet.ended()).isEqualTo(End.TOO_SLOW);
        assertThat(talkative.outlet.ended()).isEqualTo(End.MALFORMED);
        nothingIsLeft();
    }

    private void nothingIsLeft() {
        assertThat(hub.core.members().size()).isZero();
        assertThat(hub.core.members().present()).isZero();
        assertThat(hub.core.alarms()).isZero();
        assertThat(hub.core.turn()).isEqualTo(Long.MAX_VALUE);
        for (Symbol symbol : List.of(A, B)) {
            SymbolSlot slot = hub.board.slot(symbol);
            assertThat(slot.quote().watchers().size()).isZero();
            assertThat(slot.trades().readers().size()).isZero();
            assertThat(slot.status().readers().size()).isZero();
            for (Interval interval : Interval.values()) {
                assertThat(slot.bars(interval).closed().readers().size()).isZero();
                assertThat(slot.bars(interval).watchers().size()).isZero();
            }
        }
    }

    @Test
    void one_too_many_is_refused_as_overloaded_and_a_free_place_is_given_again() {
        List<Fixture.Client> three = List.of(hub.connect(), hub.connect(), hub.connect());
        RecordingOutlet fourth = new RecordingOutlet();
        assertThat(hub.core.connect(
                        "fourth", new Connection(Encoding.JSON, List.of(), Principal.local()), fourth, new Intake()))
                .isNull();
        assertThat(fourth.ended()).isEqualTo(End.OVERLOADED);
        assertThat(fourth.frames()).isEmpty();
        hub.core.disconnected(three.getFirst().session);
        assertThat(hub.connect().outlet.ended()).isNull();
    }

    @Test
    void pollers_that_are_away_make_place_for_those_who_come_the_longest_away_first() {
        Fixture.Poller first = hub.new Poller().polls(null, Duration.ZERO, quotes(A));
        Fixture.Poller second = hub.new Poller().polls(null, Duration.ZERO, quotes(A));
        Fixture.Poller third = hub.new Poller().polls(null, Duration.ZERO, quotes(A));
        assertThat(hub.core.members().present()).isZero();
        hub.connect();
        assertThat(hub.core.members().get(first.answer().session())).isNull();
        assertThat(hub.core.members().get(second.answer().session())).isNotNull();
        assertThat(hub.core.members().get(third.answer().session())).isNotNull();
        assertThat(hub.core.members().size()).isEqualTo(3);
    }

    @Test
    void what_a_client_says_after_it_was_ended_changes_nothing() {
        Fixture.Client client = hub.connect(quotes(A));
        hub.core.end(client.session, End.RATE_LIMITED);
        hub.core.receive(client.session, List.of(trades(A)));
        hub.core.drained(client.session);
        hub.core.malformed(client.session, "no frame");
        hub.core.turn();
        nothingIsLeft();
    }
}
