package dev.liveticker.server.hub;

import static dev.liveticker.server.hub.Fixture.quotes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.End;
import dev.liveticker.server.access.Principal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who gives up a place when all are taken. */
class EvictionTest {

    private final Fixture hub =
            new Fixture(new Market(Market.A), HubSettings.defaults("test", true).withMaxSubscribers(2));

    private static final class Silent implements Outlet {

        private End end;

        @Override
        public void send(Frame frame) {}

        @Override
        public void end(End why) {
            end = why;
        }

        @Override
        public boolean silent() {
            return true;
        }
    }

    @Test
    void one_that_does_not_read_gives_way_and_one_that_reads_stays() {
        Fixture.Client reader = hub.connect(quotes(Market.A)).readsAll();
        Fixture.Client stuck = hub.connect(quotes(Market.A));
        assertThat(hub.connect().outlet.ended()).isEqualTo(End.OVERLOADED);
        hub.pass(Duration.ofMillis(5_100));
        reader.readsAll();
        assertThat(hub.connect().outlet.ended()).isNull();
        assertThat(stuck.outlet.ended()).isEqualTo(End.TOO_SLOW);
        assertThat(reader.outlet.ended()).isNull();
    }

    @Test
    void one_that_answers_nothing_gives_way_whatever_it_was_sent() {
        Silent silent = new Silent();
        Session session = hub.core.connect(
                "silent", new Connection(Encoding.JSON, List.of(), Principal.local()), silent, new Intake());
        hub.core.turn();
        hub.core.drained(session);
        hub.connect().readsAll();
        assertThat(hub.connect().outlet.ended()).isNull();
        assertThat(silent.end).isEqualTo(End.TOO_SLOW);
    }

    @Test
    void a_flood_of_newcomers_has_all_looked_at_only_now_and_then() {
        hub.connect().readsAll();
        Fixture.Client stuck = hub.connect(quotes(Market.A));
        hub.pass(Duration.ofMillis(4_950));
        assertThat(hub.connect().outlet.ended()).isEqualTo(End.OVERLOADED);
        hub.pass(Duration.ofMillis(60));
        assertThat(hub.connect().outlet.ended()).as("too soon to look again").isEqualTo(End.OVERLOADED);
        hub.pass(Duration.ofMillis(50));
        assertThat(hub.connect().outlet.ended()).isNull();
        assertThat(stuck.outlet.ended()).isEqualTo(End.TOO_SLOW);
    }

    @Test
    void nobody_gives_way_for_what_the_server_itself_keeps_back() {
        Fixture.Client reader = hub.connect().readsAll();
        Fixture.Client stuck = hub.connect(quotes(Market.A));
        hub.core.excuse(Duration.ofMinutes(1));
        hub.pass(Duration.ofSeconds(59));
        reader.readsAll();
        assertThat(hub.connect().outlet.ended()).isEqualTo(End.OVERLOADED);
        hub.pass(Duration.ofSeconds(5));
        reader.readsAll();
        assertThat(hub.connect().outlet.ended()).as("only just let go").isEqualTo(End.OVERLOADED);
        hub.pass(Duration.ofMillis(1_100));
        reader.readsAll();
        assertThat(hub.connect().outlet.ended()).isNull();
        assertThat(stuck.outlet.ended()).isEqualTo(End.TOO_SLOW);
        assertThat(reader.outlet.ended()).isNull();
    }
}
