package dev.liveticker.server.hub;

import static dev.liveticker.server.hub.Fixture.quotes;
import static dev.liveticker.server.hub.Fixture.quotesAtRate;
import static dev.liveticker.server.hub.Fixture.quotesSince;
import static dev.liveticker.server.hub.Fixture.trades;
import static dev.liveticker.server.hub.Market.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.End;
import dev.liveticker.message.Failure;
import dev.liveticker.message.Trade;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DrainTest {

    private final Fixture hub = new Fixture(new Market(A), Fixture.small(1_000, 1_000, 1_000));
    private boolean empty;

    @Test
    void what_waits_is_sent_before_the_good_bye() {
        Fixture.Client reader = hub.connect(trades(A));
        for (int i = 0; i < 100; i++) {
            hub.publish(hub.market.trade(A, "10.10"));
        }
        drain();
        assertThat(reader.outlet.ended()).isNull();
        reader.readsAll();
        assertThat(reader.outlet.take(Trade.class)).hasSize(100);
        assertThat(reader.outlet.ended()).isEqualTo(End.GOING_AWAY);
        assertThat(empty).isTrue();
    }

    @Test
    void who_has_nothing_to_wait_for_goes_at_once() {
        Fixture.Client idle = hub.connect(quotes(A)).readsAll();
        Fixture.Client held = hub.connect(quotesAtRate(0.01, A)).readsAll();
        hub.publish(hub.market.quote(A, "10.10"));
        idle.readsAll();
        drain();
        assertThat(idle.outlet.ended()).isEqualTo(End.GOING_AWAY);
        assertThat(held.outlet.ended()).isEqualTo(End.GOING_AWAY);
        assertThat(empty).isTrue();
    }

    @Test
    void who_does_not_read_is_left_behind_in_the_end() {
        Fixture.Client stalled = hub.connect(quotes(A));
        drain();
        assertThat(empty).isFalse();
        hub.core.endAll();
        hub.core.turn();
        assertThat(stalled.outlet.ended()).isEqualTo(End.GOING_AWAY);
        assertThat(empty).isTrue();
    }

    @Test
    void a_waiting_poll_is_answered() {
        Fixture.Poller poller = hub.new Poller().polls(null, Duration.ZERO, quotes(A));
        poller.polls(poller.answer().session(), Duration.ofSeconds(25), quotesSince(poller.next(), A));
        assertThat(poller.answers).hasSize(1);
        drain();
        assertThat(poller.answers).hasSize(2);
        assertThat(empty).isTrue();
    }

    @Test
    void nobody_comes_in_any_more_and_nothing_happens_any_more() {
        drain();
        long head = hub.head();
        hub.publish(hub.market.trade(A, "10.10"));
        assertThat(hub.head()).isEqualTo(head);
        Fixture.Client late = hub.connect(quotes(A));
        assertThat(late.outlet.ended()).isEqualTo(End.GOING_AWAY);
        assertThat(late.outlet.frames()).isEmpty();
        Fixture.Poller poller = hub.new Poller().polls(null, Duration.ZERO, quotes(A));
        assertThat(poller.said())
                .singleElement()
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("going_away"));
    }

    private void drain() {
        hub.core.drain(() -> empty = true);
        hub.core.turn();
    }
}
