package dev.liveticker.server.hub;

import static dev.liveticker.server.hub.Fixture.quotes;
import static dev.liveticker.server.hub.Market.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.End;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.access.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PacingTest {

    private static final long MILLI = Duration.ofMillis(1).toNanos();

    @Test
    void a_quick_pass_is_followed_by_the_next_at_once() {
        Pacing pacing = new Pacing();
        pacing.passed(0, MILLI - 1);
        assertThat(pacing.next()).isLessThanOrEqualTo(MILLI);
    }

    @Test
    void a_long_pass_is_followed_by_a_pause_of_a_quarter_of_it_but_not_for_ever() {
        Pacing pacing = new Pacing();
        pacing.passed(0, 20 * MILLI);
        assertThat(pacing.next()).isEqualTo(25 * MILLI);
        pacing.passed(100 * MILLI, 1_100 * MILLI);
        assertThat(pacing.next()).isEqualTo(1_125 * MILLI);
    }

    @Test
    void under_load_more_comes_together_before_it_is_sent() {
        long[] nanos = {0};
        Market market = new Market(A);
        Board board =
                new Board(market.instruments(), market.opening(), (Symbol symbol) -> List.of(), 100, new Random());
        HubCore core = new HubCore(
                HubSettings.defaults("test", true), board, () -> Fixture.NOW, () -> Fixture.NOW, () -> nanos[0]);
        RecordingOutlet recorded = new RecordingOutlet();
        Outlet slowToTake = new Outlet() {
            @Override
            public void send(Frame frame) {
                nanos[0] += 10 * MILLI;
                recorded.send(frame);
            }

            @Override
            public void end(End end) {
                recorded.end(end);
            }
        };
        Session session = core.connect(
                "one", new Connection(Encoding.JSON, List.of(quotes(A)), Principal.local()), slowToTake, new Intake());
        core.turn();
        core.drained(session);
        recorded.take();
        core.publish(List.of(market.quote(A, "10.10")));
        assertThat(core.turn()).isEqualTo(12 * MILLI + MILLI / 2);
        core.publish(List.of(market.quote(A, "10.20")));
        core.turn();
        assertThat(recorded.take()).isEmpty();
        nanos[0] += 10 * MILLI;
        core.turn();
        assertThat(recorded.frames()).hasSize(2);
        assertThat(recorded.take(Quote.class))
                .as("both in one frame")
                .satisfiesExactly(
                        quote -> assertThat(quote.last()).isEqualByComparingTo("10.10"),
                        quote -> assertThat(quote.last()).isEqualByComparingTo("10.20"));
    }
}
