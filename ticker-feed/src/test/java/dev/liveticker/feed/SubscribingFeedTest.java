package dev.liveticker.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.feed.machine.Loss;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is asked of the server, and from where it goes on. */
class SubscribingFeedTest extends LiveFeedFixture {

    @Test
    void subscriptions_made_together_go_out_together_and_only_once_live() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        List<Subscription> many = IntStream.range(0, 1_200)
                .mapToObj(i -> Subscription.quotes(Symbol.of("S" + i)))
                .toList();
        many.forEach(one -> feed.subscribe(List.of(one)));
        feed.subscribe(List.of(Subscription.bars(A, Interval.FIVE_MINUTES)));
        loop.run();
        assertThat(link(Transport.WEBSOCKET).sent).isEmpty();
        FakeTransport.FakeLink link = welcomed(feed, Transport.WEBSOCKET);
        assertThat(link.subscribes())
                .extracting(subscribe -> subscribe.symbols().size())
                .containsExactly(500, 500, 200, 1);
        feed.subscribe(many);
        feed.subscribe(List.of(Subscription.trades(A), Subscription.trades(Symbol.of("B"))));
        loop.run();
        assertThat(link.subscribes()).hasSize(5);
        assertThat(link.subscribes().getLast().symbols()).containsExactly("A", "B");
    }

    @Test
    void unsubscribing_tells_the_server_and_is_not_undone_by_a_reconnect() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        feed.subscribe(List.of(Subscription.quotes(A), Subscription.trades(A)));
        FakeTransport.FakeLink first = welcomed(feed, Transport.WEBSOCKET);
        feed.unsubscribe(List.of(Subscription.trades(A)));
        loop.run();
        assertThat(first.sent)
                .last()
                .isInstanceOfSatisfying(
                        ClientMessage.Unsubscribe.class,
                        message -> assertThat(message.symbols()).containsExactly("A"));
        first.ends(Loss.broken("x"));
        loop.pass(SECOND);
        assertThat(welcomed(feed, Transport.WEBSOCKET).subscribes()).hasSize(1);
    }

    @Test
    void only_what_was_streamed_before_goes_on_the_rest_begins() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        feed.subscribe(List.of(Subscription.quotes(A)));
        FakeTransport.FakeLink first = welcomed(feed, Transport.WEBSOCKET);
        // The number of a snapshot is no place to go on from: another symbol's may still be on its way.
        first.says(Said.subscribed("s1", "quotes", "A", false), Said.heartbeat(4), Said.snapshot("A", 6, "1"));
        loop.run();
        first.ends(Loss.broken("x"));
        feed.subscribe(List.of(Subscription.quotes(Symbol.of("B"))));
        loop.pass(SECOND);
        List<ClientMessage.Subscribe> asked =
                welcomed(feed, Transport.WEBSOCKET).subscribes();
        assertThat(asked).hasSize(2);
        assertThat(asked.get(0).symbols()).containsExactly("A");
        assertThat(asked.get(0).since()).isEqualTo("e1:4");
        assertThat(asked.get(1).symbols()).containsExactly("B");
        assertThat(asked.get(1).since()).isNull();
    }

    @Test
    void who_heard_nothing_yet_goes_on_from_the_welcome() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        feed.subscribe(List.of(Subscription.trades(A)));
        FakeTransport.FakeLink first = link(Transport.WEBSOCKET);
        loop.run();
        first.says(Said.welcome("e1", 5_000, 7), Said.subscribed("s1", "trades", "A", false));
        loop.run();
        first.ends(Loss.broken("x"));
        loop.pass(SECOND);
        assertThat(welcomed(feed, Transport.WEBSOCKET).subscribes())
                .extracting(ClientMessage.Subscribe::since)
                .containsExactly("e1:7");
    }

    @Test
    void the_place_to_go_on_from_stays_until_the_new_link_has_answered() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        feed.subscribe(List.of(Subscription.trades(A)));
        FakeTransport.FakeLink first = welcomed(feed, Transport.WEBSOCKET);
        first.says(Said.subscribed("s1", "trades", "A", false), Said.trade("A", 4, 1));
        loop.run();
        first.ends(Loss.broken("x"));
        loop.pass(SECOND);
        FakeTransport.FakeLink second = welcomed(feed, Transport.WEBSOCKET);
        // Says that all up to 9 was sent, but to whom nothing was subscribed.
        second.says(Said.heartbeat(9));
        loop.run();
        second.ends(Loss.broken("x"));
        loop.pass(Duration.ofSeconds(2));
        assertThat(welcomed(feed, Transport.WEBSOCKET).subscribes())
                .extracting(ClientMessage.Subscribe::since)
                .containsExactly("e1:4");
    }

    @Test
    void in_another_epoch_it_still_asks_from_the_old_place_so_that_the_loss_is_announced() {
        LiveFeed feed = feed(Transport.SSE);
        feed.subscribe(List.of(Subscription.trades(A)));
        FakeTransport.FakeLink first = welcomed(feed, Transport.SSE);
        first.saysAt("e1:40", Said.subscribed("s1", "trades", "A", false));
        loop.run();
        first.ends(Loss.ended());
        loop.pass(SECOND);
        FakeTransport.FakeLink second = link(Transport.SSE);
        second.says(Said.welcome("e2", 5_000));
        loop.run();
        assertThat(second.subscribes())
                .extracting(ClientMessage.Subscribe::since)
                .containsExactly("e1:40");
        assertThat(feed.statistics().epoch()).isEqualTo("e2");
    }

    @Test
    void what_the_server_did_not_hear_is_asked_again_once_it_allows() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        Symbol b = Symbol.of("B");
        feed.subscribe(List.of(Subscription.quotes(A), Subscription.trades(A)));
        FakeTransport.FakeLink link = welcomed(feed, Transport.WEBSOCKET);
        link.says(Said.subscribed("s1", "quotes", "A", false), Said.subscribed("s2", "trades", "A", false));
        loop.run();
        link.sent.clear();
        feed.subscribe(List.of(Subscription.quotes(b)));
        feed.unsubscribe(List.of(Subscription.trades(A)));
        feed.setAlert(new ClientMessage.SetAlert("a", A, "crossesAbove", BigDecimal.ONE, null, null, null));
        loop.run();
        List<ClientMessage> unheard = List.copyOf(link.sent);
        assertThat(unheard).hasSize(3);
        link.sent.clear();
        link.says(Said.rateLimited(400), Said.rateLimited(400));
        loop.pass(Duration.ofMillis(399));
        assertThat(link.sent).isEmpty();
        loop.pass(Duration.ofMillis(1));
        assertThat(link.sent)
                .hasSize(3)
                .anyMatch(each -> each instanceof ClientMessage.Unsubscribe one
                        && one.channel() == Channel.TRADES
                        && one.symbols().equals(List.of("A")))
                .anyMatch(each -> each instanceof ClientMessage.Subscribe one
                        && one.channel() == Channel.QUOTES
                        && one.symbols().equals(List.of("B")))
                .anyMatch(ClientMessage.SetAlert.class::isInstance);
        assertThat(link.sent).isNotEqualTo(unheard);
    }

    @Test
    void what_is_not_wanted_any_more_and_comes_all_the_same_is_not_passed_on() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        feed.subscribe(List.of(Subscription.trades(A)));
        FakeTransport.FakeLink link = welcomed(feed, Transport.WEBSOCKET);
        link.says(Said.subscribed("s1", "trades", "A", false), Said.trade("A", 1, 1));
        loop.run();
        feed.unsubscribe(List.of(Subscription.trades(A)));
        link.says(Said.trade("A", 2, 2), Said.quote("A", 3, "1"));
        loop.run();
        feed.subscribe(List.of(Subscription.trades(A)));
        link.says(Said.trade("A", 900, 900));
        loop.run();
        assertThat(listener.heard(Trade.class)).extracting(Trade::tradeId).containsExactly(1L, 900L);
        assertThat(listener.heard(Quote.class)).isEmpty();
        assertThat(feed.statistics().gaps()).isZero();
        assertThat(tradeRequests).isEmpty();
    }

    @Test
    void another_server_starts_afresh() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        feed.subscribe(List.of(Subscription.quotes(A)));
        FakeTransport.FakeLink first = welcomed(feed, Transport.WEBSOCKET);
        first.says(Said.subscribed("s1", "quotes", "A", false), Said.snapshot("A", 40, "1"));
        feed.apply(new FeedSettings(URI.create("http://other.test"), Transport.WEBSOCKET, false, false));
        loop.run();
        assertThat(first.closed).isTrue();
        FakeTransport.FakeLink second = welcomed(feed, Transport.WEBSOCKET);
        assertThat(second.subscribes())
                .extracting(ClientMessage.Subscribe::since)
                .containsOnlyNulls();
        second.says(Said.snapshot("A", 2, "9"));
        loop.run();
        assertThat(listener.heard(Snapshot.class)).hasSize(2);
    }
}
