package dev.liveticker.server.hub;

import static dev.liveticker.server.hub.Fixture.quotes;
import static dev.liveticker.server.hub.Fixture.trades;
import static dev.liveticker.server.hub.Market.A;
import static dev.liveticker.server.hub.Market.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.Bar;
import dev.liveticker.message.End;
import dev.liveticker.message.Heartbeat;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Notification;
import dev.liveticker.message.Pong;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Trade;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.access.Principal;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private final Fixture hub = Fixture.of(A, B);

    @Test
    void the_first_frame_welcomes_and_answers_what_the_address_asked_for() {
        Fixture.Client client = hub.connect(quotes(A), trades(A));
        assertThat(client.outlet.frames()).hasSize(1);
        List<ServerMessage> messages = client.outlet.take();
        assertThat(messages).hasSize(4);
        assertThat(messages.get(0)).isInstanceOfSatisfying(Welcome.class, welcome -> {
            assertThat(welcome.session()).isEqualTo(client.session.id());
            assertThat(welcome.seq()).isEqualTo(hub.head());
            assertThat(welcome.heartbeatMillis()).isEqualTo(5_000);
            assertThat(welcome.time()).isEqualTo(1_767_323_045_123_456L);
        });
        assertThat(messages.get(1)).isEqualTo(new Subscribed(null, Channel.QUOTES, null, List.of(A), List.of(), false));
        assertThat(messages.get(2)).isEqualTo(new Subscribed(null, Channel.TRADES, null, List.of(A), List.of(), false));
        assertThat(messages.get(3)).isInstanceOfSatisfying(Snapshot.class, snapshot -> {
            assertThat(snapshot.symbol()).isEqualTo(A);
            assertThat(snapshot.high()).isEqualByComparingTo("11");
        });
        assertThat(client.outlet.position()).isEqualTo(hub.board.numbering().position());
    }

    @Test
    void quotes_and_trades_come_to_those_who_asked_and_only_to_them() {
        Fixture.Client a = hub.connect(quotes(A)).readsAll();
        Fixture.Client b = hub.connect(trades(B)).readsAll();
        a.outlet.take();
        b.outlet.take();
        hub.publish(hub.market.quote(A, "10.50"), hub.market.trade(B, "20"));
        assertThat(a.outlet.take()).singleElement().isInstanceOfSatisfying(Quote.class, quote -> {
            assertThat(quote.last()).isEqualTo(new BigDecimal("10.50"));
            assertThat(quote.hasSessionFields()).isFalse();
        });
        assertThat(b.outlet.take()).singleElement().isInstanceOf(Trade.class);
    }

    @Test
    void nobody_is_too_slow_while_the_server_itself_keeps_frames_back() {
        Fixture.Client waiting = hub.connect(quotes(A));
        hub.core.excuse(Duration.ofSeconds(30));
        for (int i = 0; i < 39; i++) {
            hub.pass(Duration.ofSeconds(1));
        }
        assertThat(waiting.outlet.ended()).isNull();

        hub.pass(Duration.ofSeconds(1));
        assertThat(waiting.outlet.ended()).isEqualTo(End.TOO_SLOW);
    }

    @Test
    void an_excuse_that_is_taken_back_gives_the_whole_deadline_once_more() {
        Fixture.Client waiting = hub.connect(quotes(A));
        hub.core.excuse(Duration.ofSeconds(30));
        hub.pass(Duration.ofSeconds(5));
        hub.core.excuse(Duration.ZERO);
        hub.pass(Duration.ofSeconds(9));
        assertThat(waiting.outlet.ended()).isNull();

        hub.pass(Duration.ofSeconds(1));
        assertThat(waiting.outlet.ended()).isEqualTo(End.TOO_SLOW);
    }

    @Test
    void a_trade_that_gets_lost_is_sent_to_nobody_and_not_sent_again_but_known() {
        Fixture.Client client = hub.connect(trades(A)).readsAll();
        client.outlet.take();
        String before = hub.positionText(hub.head());
        hub.publish(hub.market.trade(A, "10.10"));
        hub.core.publishLosing(List.of(hub.market.trade(A, "10.20")), trade -> trade.tradeId() == 2);
        hub.core.turn();
        hub.publish(hub.market.trade(A, "10.30"));

        assertThat(client.readsAll().outlet.take(Trade.class))
                .extracting(Trade::tradeId)
                .containsExactly(1L, 3L);
        assertThat(hub.connect(Fixture.tradesSince(before, A)).readsAll().outlet.take(Trade.class))
                .extracting(Trade::tradeId)
                .containsExactly(1L, 3L);
        assertThat(hub.board.history().trades(A, Long.MAX_VALUE, 10))
                .extracting(Trade::tradeId)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_silent_stream_beats() {
        Fixture.Client client = hub.connect().readsAll();
        client.outlet.take();
        hub.pass(Duration.ofMillis(4_999));
        assertThat(client.outlet.take()).isEmpty();
        hub.pass(Duration.ofMillis(1));
        assertThat(client.outlet.take()).singleElement().isInstanceOf(Heartbeat.class);
        assertThat(client.outlet.frames().getLast().kind()).isEqualTo(Frame.Kind.HEARTBEAT);
    }

    @Test
    void in_a_busy_stream_a_heartbeat_tells_the_position_now_and_then() {
        Fixture.Client client = hub.connect(quotes(A)).readsAll();
        client.outlet.take();
        for (int i = 0; i < 10; i++) {
            hub.pass(Duration.ofSeconds(3));
            hub.publish(hub.market.quote(A, "10.1" + i));
            client.readsAll();
        }
        assertThat(client.outlet.take(Heartbeat.class)).hasSize(5);
        assertThat(client.outlet.frames()).noneMatch(frame -> frame.kind() == Frame.Kind.HEARTBEAT);
        hub.pass(Duration.ofSeconds(5));
        client.readsAll();
        hub.pass(Duration.ofSeconds(5));
        assertThat(client.outlet.take(Heartbeat.class)).hasSize(2);
        assertThat(client.outlet.frames().getLast().kind()).isEqualTo(Frame.Kind.HEARTBEAT);
    }

    @Test
    void notifications_come_in_frames_of_their_own() {
        Fixture.Client client = hub.connect(quotes(A)).readsAll();
        int before = client.outlet.frames().size();
        client.session.say(notification("one"));
        client.session.say(new Pong("p", 1, 1));
        client.session.say(notification("two"));
        client.session.say(notification("three"));
        hub.publish(hub.market.quote(A, "10.50"));
        client.readsAll();
        List<Frame> frames =
                client.outlet.frames().subList(before, client.outlet.frames().size());
        assertThat(frames)
                .extracting(Frame::kind)
                .containsExactly(Frame.Kind.NOTIFICATION, Frame.Kind.MIXED, Frame.Kind.NOTIFICATION);
        assertThat(frames).extracting(Frame::messages).containsExactly(1, 2, 2);
    }

    private static Notification notification(String id) {
        return new Notification(id, "ana", "alert", null, A, "text", null, 1);
    }

    @Test
    void subscribers_of_the_same_share_one_frame() {
        Fixture.Client one = hub.connect(quotes(A), trades(B)).readsAll();
        Fixture.Client two = hub.connect(trades(B), quotes(A)).readsAll();
        Fixture.Client other = hub.connect(quotes(A, B), trades(B)).readsAll();
        hub.publish(hub.market.quote(A, "10.50"), hub.market.quote(B, "10.50"), hub.market.trade(B, "20"));
        assertThat(one.outlet.frames().getLast())
                .isSameAs(two.outlet.frames().getLast())
                .isNotSameAs(other.outlet.frames().getLast());
    }

    @Test
    void each_reads_in_its_own_encoding() {
        RecordingOutlet cbor = new RecordingOutlet(Encoding.CBOR);
        RecordingOutlet json = new RecordingOutlet(Encoding.JSON);
        Session first = hub.core.connect(
                "c", new Connection(Encoding.CBOR, List.of(trades(A)), Principal.local()), cbor, new Intake());
        Session second = hub.core.connect(
                "j", new Connection(Encoding.JSON, List.of(trades(A)), Principal.local()), json, new Intake());
        hub.core.turn();
        hub.core.drained(first);
        hub.core.drained(second);
        hub.publish(hub.market.trade(A, "20"));
        assertThat(cbor.take(Trade.class)).hasSize(1).isEqualTo(json.take(Trade.class));
    }

    @Test
    void numbers_rise_with_every_event_from_one() {
        assertThat(hub.board.slot(A).quote().seq()).isEqualTo(1);
        assertThat(hub.board.slot(B).quote().seq()).isEqualTo(2);
        Fixture.Client client = hub.connect(quotes(A), trades(A)).readsAll();
        client.outlet.take();
        hub.publish(hub.market.trade(A, "10"), hub.market.quote(A, "10"));
        assertThat(client.outlet.take().stream().map(message -> ((MarketEvent) message).seq()))
                .containsExactly(3L, 4L);
    }

    @Test
    void what_the_market_should_not_send_is_left_out_and_the_rest_goes_on() {
        Fixture.Client client = hub.connect(trades(A)).readsAll();
        client.outlet.take();
        Symbol unknown = Symbol.of("NOPE");
        hub.publish(
                hub.market.quote(unknown, "1"),
                new Bar(
                        A,
                        0,
                        Interval.ONE_DAY,
                        0,
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        1,
                        true),
                hub.market.trade(A, "123456789012345678901234567890"),
                hub.market.trade(A, "10"));
        assertThat(client.outlet.take(Trade.class)).hasSize(2);
        assertThat(hub.board.history().trades(A, Long.MAX_VALUE, 10)).hasSize(1);
    }
}
