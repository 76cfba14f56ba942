package dev.liveticker.server.hub;

import static dev.liveticker.server.hub.Fixture.quotes;
import static dev.liveticker.server.hub.Fixture.trades;
import static dev.liveticker.server.hub.Market.A;
import static dev.liveticker.server.hub.Market.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Heartbeat;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Trade;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Channel;
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
    void a_silent_stream_beats() {
        Fixture.Client client = hub.connect().readsAll();
        client.outlet.take();
        hub.pass(Duration.ofMillis(4_999));
        assertThat(client.outlet.take()).isEmpty();
        hub.pass(Duration.ofMillis(1));
        assertThat(client.outlet.take()).singleElement().isInstanceOf(Heartbeat.class);
        assertThat(client.outlet.frames().getLast().kind()).isEqualTo(Frame.Kind.HEARTBEAT);
    }
}
