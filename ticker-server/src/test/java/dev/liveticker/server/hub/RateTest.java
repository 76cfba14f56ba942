package dev.liveticker.server.hub;

import static dev.liveticker.server.hub.Fixture.quotesAtRate;
import static dev.liveticker.server.hub.Fixture.trades;
import static dev.liveticker.server.hub.Market.A;
import static dev.liveticker.server.hub.Market.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Bar;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateTest {

    private final Fixture hub = Fixture.of(A, B);

    @Test
    void a_symbol_comes_no_more_often_than_asked_and_its_last_value_always_does() {
        Fixture.Client client = hub.connect(quotesAtRate(2, A, B)).readsAll();
        client.outlet.take();
        hub.publish(hub.market.quote(A, "10.10"));
        hub.publish(hub.market.quote(A, "10.20"));
        assertThat(client.outlet.take()).isEmpty();
        hub.pass(Duration.ofMillis(499));
        assertThat(client.outlet.take()).isEmpty();
        hub.pass(Duration.ofMillis(11));
        assertThat(client.outlet.take(Quote.class))
                .singleElement()
                .satisfies(quote -> assertThat(quote.last()).isEqualByComparingTo("10.20"));
        client.readsAll();
        hub.pass(Duration.ofMillis(600));
        hub.publish(hub.market.quote(A, "10.30"), hub.market.quote(B, "10.30"));
        assertThat(client.outlet.take(Quote.class)).hasSize(2);
    }

    @Test
    void lossless_messages_are_not_held_back() {
        Fixture.Client client = hub.connect(quotesAtRate(0.1, A), trades(A)).readsAll();
        client.outlet.take();
        hub.publish(hub.market.quote(A, "10.10"), hub.market.trade(A, "10.10"));
        assertThat(client.outlet.take()).singleElement().isInstanceOf(Trade.class);
    }

    @Test
    void open_bars_are_held_back_but_closed_ones_are_not() {
        Fixture.Client client = hub.connect(
                        new ClientMessage.Subscribe(null, Channel.BARS, List.of("AAA"), Interval.ONE_MINUTE, 0.1, null))
                .readsAll();
        hub.publish(hub.market.trade(A, "10.10"));
        client.readsAll();
        client.outlet.take();
        hub.publish(hub.market.trade(A, "10.20"));
        client.readsAll();
        assertThat(client.outlet.take()).isEmpty();
        hub.market.pass(60_000_000);
        hub.publish(hub.market.trade(A, "10.30"));
        client.readsAll();
        assertThat(client.outlet.take(Bar.class))
                .singleElement()
                .satisfies(bar -> assertThat(bar.closed()).isTrue());
        hub.pass(Duration.ofMillis(10_010));
        client.readsAll();
        assertThat(client.outlet.take(Bar.class))
                .singleElement()
                .satisfies(bar -> assertThat(bar.close()).isEqualByComparingTo("10.30"));
    }
}
