package dev.liveticker.server.hub;

import static dev.liveticker.server.hub.Fixture.quotes;
import static dev.liveticker.server.hub.Fixture.trades;
import static dev.liveticker.server.hub.Market.A;
import static dev.liveticker.server.hub.Market.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.End;
import dev.liveticker.message.Failure;
import dev.liveticker.message.Gap;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Channel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlowReaderTest {

    private final Fixture hub = new Fixture(new Market(A, B), Fixture.small(10, 4_000, 50));

    @Test
    void who_falls_behind_loses_the_oldest_and_is_told_before_the_rest() {
        Fixture.Client client = hub.connect(trades(A, B));
        client.outlet.take();
        long first = hub.head() + 1;
        for (int i = 0; i < 20; i++) {
            hub.publish(hub.market.trade(i < 12 ? A : B, "10.10"));
            hub.pass(Duration.ofMillis(50));
        }
        client.reads();
        List<ServerMessage> said = client.outlet.take();
        Gap gap = (Gap) said.getFirst();
        assertThat(gap.channel()).isEqualTo(Channel.TRADES);
        assertThat(gap.symbol()).isEqualTo(A);
        assertThat(gap.reason()).isEqualTo("slow_reader");
        assertThat(gap.fromSeq()).isEqualTo(first);
        List<Trade> rest = said.stream()
                .filter(Trade.class::isInstance)
                .map(Trade.class::cast)
                .toList();
        assertThat(rest).hasSize(10);
        assertThat(rest.getFirst().tradeId()).isEqualTo(11);
        assertThat(gap.toSeq()).isLessThan(rest.getFirst().seq());
    }

    @Test
    void what_the_log_itself_dropped_is_announced_too() {
        Fixture.Client client = hub.connect(trades(A));
        client.outlet.take();
        long before = hub.head();
        for (int i = 0; i < 200; i++) {
            hub.publish(hub.market.trade(A, "10.10"));
        }
        client.readsAll();
        List<ServerMessage> said = client.outlet.take();
        assertThat(said.stream().filter(Gap.class::isInstance).map(Gap.class::cast))
                .singleElement()
                .satisfies(gap -> assertThat(gap.fromSeq()).isEqualTo(before + 1));
        assertThat(said.stream().filter(Trade.class::isInstance)).hasSize(10);
    }

    @Test
    void one_who_does_not_read_costs_one_frame_and_its_answers_however_much_happens() {
        Fixture.Client client = hub.connect(quotes(A, B), trades(A, B));
        for (int i = 0; i < 5_000; i++) {
            hub.publish(hub.market.trade(A, "10.10"), hub.market.quote(B, "10.20"));
        }
        assertThat(client.outlet.frames()).hasSize(1);
        assertThat(client.session.waitingBytes())
                .isEqualTo(client.outlet.frames().getFirst().size());
    }

    @Test
    void a_frame_is_cut_near_the_limit_and_the_rest_follows() {
        Fixture.Client client = hub.connect(trades(A));
        client.outlet.take();
        Fixture wide = new Fixture(new Market(A), Fixture.small(1_000, 1_000, 1_000));
        Fixture.Client reader = wide.connect(trades(A));
        for (int i = 0; i < 100; i++) {
            wide.publish(wide.market.trade(A, "10.10"));
        }
        reader.readsAll();
        assertThat(reader.outlet.frames())
                .hasSizeGreaterThan(8)
                .allSatisfy(frame -> assertThat(frame.size()).isLessThanOrEqualTo(1_000));
        assertThat(reader.outlet.take(Trade.class)).hasSize(100);
        List<Long> positions = reader.outlet.frames().stream()
                .map(frame -> frame.position().seq())
                .toList();
        assertThat(positions).isSorted().doesNotHaveDuplicates();
        assertThat(positions.getLast()).isEqualTo(wide.head());
    }

    @Test
    void a_frame_that_is_not_written_in_time_ends_the_connection() {
        Fixture.Client client = hub.connect(quotes(A));
        hub.pass(Duration.ofMillis(9_999));
        assertThat(client.outlet.ended()).isNull();
        hub.pass(Duration.ofMillis(1));
        assertThat(client.outlet.ended()).isEqualTo(End.TOO_SLOW);
        assertThat(hub.core.members().size()).isZero();
    }

    @Test
    void who_asks_without_end_and_does_not_read_is_ended() {
        Fixture.Client client = hub.connect();
        List<ClientMessage> pings = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            pings.add(new ClientMessage.Ping("id" + i, i));
        }
        client.says(pings.toArray(ClientMessage[]::new));
        assertThat(client.outlet.ended()).isEqualTo(End.TOO_SLOW);
        assertThat(client.outlet.frames()).hasSize(1);
    }

    @Test
    void what_is_no_frame_is_answered_and_then_ends_the_connection() throws Exception {
        Fixture.Client client = hub.connect(quotes(A));
        client.outlet.take();
        hub.core.malformed(client.session, refusal().getMessage());
        hub.publish(hub.market.quote(A, "10.10"));
        assertThat(client.outlet.ended()).isNull();
        client.reads();
        assertThat(client.outlet.take()).singleElement().isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.code()).isEqualTo("malformed");
            assertThat(failure.message()).contains("well-formed");
        });
        assertThat(client.outlet.ended()).isEqualTo(End.MALFORMED);
    }

    private static MalformedFrameException refusal() {
        try {
            FrameCodec.of(Encoding.JSON).decodeClientFrame("{".getBytes(StandardCharsets.UTF_8));
        } catch (MalformedFrameException e) {
            return e;
        }
        throw new AssertionError("well-formed");
    }
}
