package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.book.QuoteBook;
import dev.liveticker.desktop.chart.BarInboxes;
import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.settings.Wire;
import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.Subscription;
import dev.liveticker.feed.Transport;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.model.Instrument;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServerLinkTest {

    private static final URI REMOTE = URI.create("http://feed.example:8080");
    private static final Wire PLAIN = new Wire(false, true, null);

    private final FakeBackend backend = new FakeBackend();
    private final ServerLink link = new ServerLink(backend, new Inbox(new QuoteBook(() -> 0), new BarInboxes()));

    @AfterEach
    void close() {
        link.close();
    }

    @Test
    void what_is_asked_for_before_the_built_in_server_is_there_is_asked_of_it_later() {
        link.point(null, null, PLAIN, Credentials.NONE);
        link.subscribe(List.of(Subscription.quotes(Some.AAPL), Subscription.quotes(Some.MSFT)));
        link.unsubscribe(List.of(Subscription.quotes(Some.MSFT)));
        CompletableFuture<List<Instrument>> instruments = link.marketData().instruments("");
        assertThat(link.state()).isEqualTo(new ConnectionState.Idle());
        assertThat(instruments).isNotDone();

        backend.server.complete(FakeBackend.BUILT_IN);

        soon().untilAsserted(() -> assertThat(backend.feeds).hasSize(1));
        soon().until(instruments::isDone);
        soon().untilAsserted(() ->
                assertThat(backend.feed().subscriptions()).containsExactly(Subscription.quotes(Some.AAPL)));
        assertThat(backend.feed().settings().server()).isEqualTo(FakeBackend.BUILT_IN);
    }

    @Test
    void what_the_built_in_server_remarks_is_told_once() {
        backend.remark = "in memory";
        backend.server.complete(FakeBackend.BUILT_IN);
        link.point(null, null, PLAIN, Credentials.NONE);

        soon().untilAsserted(() -> assertThat(backend.feeds).hasSize(1));
        assertThat(link.remark()).contains("in memory");
        assertThat(link.remark()).isEmpty();
    }

    @Test
    void a_built_in_server_that_cannot_start_is_refused_with_its_reason_and_can_be_tried_again() {
        backend.server.completeExceptionally(new IOException("no port"));
        link.point(null, null, PLAIN, Credentials.NONE);

        soon().untilAsserted(() -> assertThat(link.state())
                .isEqualTo(new ConnectionState.Refused(
                        "the built-in server could not be started: no port", ConnectionState.Cause.NOT_STARTED)));
        assertThat(backend.serversAsked).isEqualTo(1);

        link.retryNow();
        soon().untilAsserted(() -> assertThat(backend.serversAsked).isEqualTo(2));
        soon().untilAsserted(() -> assertThat(link.state()).isInstanceOf(ConnectionState.Refused.class));
    }

    @Test
    void an_address_needs_no_built_in_server() {
        link.point(REMOTE, Transport.SSE, PLAIN, Credentials.NONE);

        assertThat(backend.feed().settings().server()).isEqualTo(REMOTE);
        assertThat(backend.feed().settings().transport()).isEqualTo(Transport.SSE);
        assertThat(backend.serversStarted).isZero();
    }

    @Test
    void another_transport_and_another_server_go_to_the_same_feed() {
        URI other = URI.create("http://other.example:8080");
        link.point(REMOTE, null, PLAIN, Credentials.NONE);
        link.point(REMOTE, Transport.POLLING, PLAIN, Credentials.NONE);
        assertThat(backend.feed().settings().transport()).isEqualTo(Transport.POLLING);

        link.point(other, null, PLAIN, Credentials.NONE);

        assertThat(backend.feed().settings().server()).isEqualTo(other);
        assertThat(backend.feeds).hasSize(1);
    }

    @Test
    void what_is_asked_while_the_built_in_server_starts_is_not_asked_of_the_one_before() {
        link.point(REMOTE, null, PLAIN, Credentials.NONE);
        link.subscribe(List.of(Subscription.quotes(Some.AAPL)));
        FakeFeed before = backend.feed();

        link.point(null, null, PLAIN, Credentials.NONE);
        link.removeAlert("a");
        assertThat(before.closed()).isTrue();
        assertThat(before.asked()).isEmpty();
        assertThat(link.state()).isEqualTo(new ConnectionState.Idle());

        backend.server.complete(FakeBackend.BUILT_IN);
        soon().untilAsserted(
                        () -> assertThat(backend.feed().settings().server()).isEqualTo(FakeBackend.BUILT_IN));
        soon().untilAsserted(
                        () -> assertThat(backend.feed().asked()).containsExactly(new ClientMessage.RemoveAlert("a")));
        assertThat(backend.feed().subscriptions()).containsExactly(Subscription.quotes(Some.AAPL));
    }

    @Test
    void a_built_in_server_with_a_part_missing_is_refused_with_its_reason() {
        backend.server.completeExceptionally(new NoClassDefFoundError("some/Library"));
        link.point(null, null, PLAIN, Credentials.NONE);

        soon().untilAsserted(() -> assertThat(link.state())
                .isInstanceOfSatisfying(
                        ConnectionState.Refused.class,
                        refused -> assertThat(refused.why()).contains("could not be started", "some/Library")));
    }

    @Test
    void how_to_talk_reaches_the_feed_and_holds_when_it_is_tried_again() {
        link.point(REMOTE, null, new Wire(true, false, 2.0), Credentials.NONE);

        assertThat(backend.feed().settings().binary()).isTrue();
        assertThat(backend.feed().settings().compression()).isFalse();
        assertThat(backend.feed().settings().maxRate()).isEqualTo(2.0);

        link.apply(backend.feed().settings().withMaxRate(null));
        assertThat(backend.feed().settings().binary()).isTrue();
        assertThat(backend.feed().settings().maxRate()).isNull();
    }

    @Test
    void a_change_of_mind_while_the_server_starts_holds() {
        link.point(null, null, PLAIN, Credentials.NONE);
        link.point(REMOTE, null, PLAIN, Credentials.NONE);
        link.point(null, Transport.SSE, PLAIN, Credentials.NONE);
        link.point(null, Transport.POLLING, PLAIN, Credentials.NONE);

        backend.server.complete(FakeBackend.BUILT_IN);

        soon().untilAsserted(
                        () -> assertThat(backend.feed().settings().server()).isEqualTo(FakeBackend.BUILT_IN));
        assertThat(backend.feed().settings().transport()).isEqualTo(Transport.POLLING);
        assertThat(backend.serversStarted).isEqualTo(1);
    }

    @Test
    void a_server_that_comes_after_closing_is_closed() {
        link.point(null, null, PLAIN, Credentials.NONE);
        link.close();

        backend.server.complete(FakeBackend.BUILT_IN);

        soon().untilAsserted(() -> assertThat(backend.serversClosed).isEqualTo(1));
        assertThat(backend.feeds).isEmpty();
    }

    @Test
    void closing_closes_feed_and_server() {
        backend.server.complete(FakeBackend.BUILT_IN);
        link.point(null, null, PLAIN, Credentials.NONE);
        soon().untilAsserted(() -> assertThat(backend.feeds).hasSize(1));

        link.close();

        assertThat(backend.feed().closed()).isTrue();
        assertThat(backend.serversClosed).isEqualTo(1);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60));
    }
}
