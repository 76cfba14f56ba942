package dev.liveticker.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Trade;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Holes are filled from REST. */
class HealingFeedTest extends LiveFeedFixture {

    private static List<Trade> trades(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(id -> new Trade(A, 0, id, BigDecimal.ONE, BigDecimal.TEN, Side.BUY, 1))
                .toList();
    }

    @Test
    void a_hole_in_the_trades_is_filled_from_rest() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        feed.subscribe(List.of(Subscription.trades(A)));
        FakeTransport.FakeLink link = welcomed(feed, Transport.WEBSOCKET);
        link.says(Said.trade("A", 1, 1), Said.trade("A", 5, 5));
        loop.run();
        assertThat(feed.statistics().gaps()).isEqualTo(1);
        assertThat(tradeRequests).hasSize(1);
        tradeRequests.getFirst().complete(trades(1, 5));
        loop.run();
        assertThat(listener.heard(Trade.class)).extracting(Trade::tradeId).containsExactly(1L, 5L, 2L, 3L, 4L);
        assertThat(feed.statistics().healed()).isEqualTo(1);
    }

    @Test
    void a_gap_on_many_symbols_is_filled_a_few_at_a_time() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        feed.subscribe(IntStream.range(0, 20)
                .mapToObj(i -> Subscription.trades(Symbol.of("S" + i)))
                .toList());
        FakeTransport.FakeLink link = welcomed(feed, Transport.WEBSOCKET);
        for (int i = 0; i < 20; i++) {
            link.says(Said.trade("S" + i, i + 1, 1));
            loop.run();
        }
        link.says("{\"type\":\"gap\",\"channel\":\"trades\",\"fromSeq\":30,\"toSeq\":40,\"reason\":\"slow_reader\"}");
        loop.run();
        assertThat(tradeRequests).hasSize(2);
        tradeRequests.get(0).complete(List.of());
        loop.pass(SECOND);
        assertThat(tradeRequests).hasSize(3);
    }

    @Test
    void what_another_server_was_asked_for_fills_no_hole_of_this_one() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        feed.subscribe(List.of(Subscription.trades(A)));
        FakeTransport.FakeLink first = welcomed(feed, Transport.WEBSOCKET);
        first.says(Said.trade("A", 1, 1), Said.trade("A", 5, 5));
        loop.run();
        feed.apply(new FeedSettings(URI.create("http://other.test"), Transport.WEBSOCKET, false, false));
        loop.run();
        FakeTransport.FakeLink second = welcomed(feed, Transport.WEBSOCKET);
        second.says(Said.trade("A", 1, 1), Said.trade("A", 3, 3));
        loop.run();

        tradeRequests.get(0).complete(trades(1, 5));
        loop.run();
        assertThat(listener.heard(Trade.class)).extracting(Trade::tradeId).containsExactly(1L, 5L, 1L, 3L);
        tradeRequests.get(1).complete(trades(1, 3));
        loop.run();
        assertThat(listener.heard(Trade.class)).extracting(Trade::tradeId).containsExactly(1L, 5L, 1L, 3L, 2L);
    }

    @Test
    void what_cannot_be_fetched_is_tried_again_and_then_left() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        feed.subscribe(List.of(Subscription.trades(A)));
        FakeTransport.FakeLink link = welcomed(feed, Transport.WEBSOCKET);
        link.says(Said.trade("A", 1, 1), Said.trade("A", 5, 5));
        loop.run();
        for (int i = 0; i < 5; i++) {
            tradeRequests.getLast().completeExceptionally(new IOException("no"));
            loop.pass(Duration.ofSeconds(3));
        }
        assertThat(tradeRequests).hasSize(3);
        assertThat(feed.statistics().healed()).isZero();
    }

    @Test
    void a_server_that_asks_for_time_is_given_it_before_the_next_try() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        feed.subscribe(List.of(Subscription.trades(A)));
        FakeTransport.FakeLink link = welcomed(feed, Transport.WEBSOCKET);
        link.says(Said.trade("A", 1, 1), Said.trade("A", 5, 5));
        loop.run();
        tradeRequests.getLast().completeExceptionally(new TryLaterException("no", Duration.ofSeconds(8)));
        loop.pass(Duration.ofSeconds(7));
        assertThat(tradeRequests).hasSize(1);
        loop.pass(SECOND);
        assertThat(tradeRequests).hasSize(2);
    }
}
