package dev.liveticker.server.hub;

import static dev.liveticker.server.hub.Fixture.quotes;
import static dev.liveticker.server.hub.Market.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Quote;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTest {

    private static final long MILLI = Duration.ofMillis(1).toNanos();

    private final Round round = new Round();

    @Test
    void it_is_over_when_all_have_written() {
        round.begin(0);
        round.sent();
        round.sent();
        assertThat(round.running(1)).isTrue();
        assertThat(round.written(round.number(), () -> 2)).isFalse();
        assertThat(round.running(3)).isTrue();
        assertThat(round.written(round.number(), () -> 4)).isTrue();
        assertThat(round.running(5)).isFalse();
    }

    @Test
    void it_does_not_wait_long_for_those_who_do_not_write_and_longer_the_next_time_up_to_a_bound() {
        round.begin(0);
        round.sent();
        assertThat(round.running(MILLI - 1)).isTrue();
        assertThat(round.running(MILLI)).isFalse();
        long now = MILLI;
        for (int i = 0; i < 10; i++) {
            round.begin(now);
            round.sent();
            now = round.end();
            assertThat(round.running(now)).isFalse();
        }
        round.begin(now);
        round.sent();
        assertThat(round.end() - now).isEqualTo(Round.LONGEST);
    }

    @Test
    void who_writes_what_an_earlier_round_sent_ends_none() {
        round.begin(0);
        round.sent();
        long before = round.number();
        round.begin(10 * MILLI);
        round.sent();
        assertThat(round.written(before, () -> 11 * MILLI)).isFalse();
        assertThat(round.written(round.number(), () -> 12 * MILLI)).isTrue();
        assertThat(round.written(round.number(), () -> 13 * MILLI)).isFalse();
    }

    @Test
    void after_one_that_took_a_while_comes_a_short_rest() {
        round.begin(0);
        round.sent();
        assertThat(round.running(MILLI / 2)).isTrue();
        round.written(round.number(), () -> MILLI / 2);
        assertThat(round.running(MILLI / 2)).as("a quick one").isFalse();
        round.begin(MILLI);
        round.sent();
        round.written(round.number(), () -> 3 * MILLI);
        assertThat(round.running(3 * MILLI)).isTrue();
        assertThat(round.end()).isEqualTo(5 * MILLI);
        assertThat(round.running(5 * MILLI)).isFalse();
        round.begin(10 * MILLI);
        round.sent();
        round.written(round.number(), () -> 50 * MILLI);
        assertThat(round.end()).as("short, however long it took").isEqualTo(54 * MILLI);
    }

    @Test
    void one_who_stops_reading_keeps_nobody_from_the_news() {
        Fixture hub = Fixture.of(A);
        List<Fixture.Client> readers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            readers.add(hub.connect(quotes(A)).readsAll());
        }
        Fixture.Client stalled = hub.connect(quotes(A)).readsAll();
        int frames = stalled.outlet.frames().size();
        for (int i = 10; i < 60; i++) {
            hub.publish(hub.market.quote(A, "10." + i));
            readers.forEach(Fixture.Client::readsAll);
            hub.pass(Duration.ofMillis(2));
            readers.forEach(Fixture.Client::readsAll);
        }
        assertThat(readers)
                .allSatisfy(reader -> assertThat(reader.outlet.take(Quote.class))
                        .extracting(Quote::last)
                        .extracting(Object::toString)
                        .contains("10.59"));
        assertThat(stalled.outlet.frames()).hasSize(frames + 1);
        stalled.readsAll();
        hub.pass(Duration.ofMillis(60));
        stalled.readsAll();
        assertThat(stalled.outlet.take(Quote.class).getLast().last()).isEqualByComparingTo("10.59");
    }

    @Test
    void those_who_were_late_by_as_much_share_a_frame_again() {
        Fixture hub = Fixture.of(A);
        Fixture.Client one = hub.connect(quotes(A)).readsAll();
        Fixture.Client two = hub.connect(quotes(A)).readsAll();
        Fixture.Client three = hub.connect(quotes(A)).readsAll();
        hub.publish(hub.market.quote(A, "10.10"));
        three.readsAll();
        hub.publish(hub.market.quote(A, "10.20"));
        hub.pass(Duration.ofMillis(60));
        three.readsAll();
        hub.core.drained(one.session);
        hub.core.drained(two.session);
        hub.core.turn();
        assertThat(one.outlet.frames().getLast()).isSameAs(two.outlet.frames().getLast());
        assertThat(one.outlet.position()).isEqualTo(three.outlet.position());
    }
}
