package dev.liveticker.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.feed.ConnectionState.Connecting;
import dev.liveticker.feed.ConnectionState.Idle;
import dev.liveticker.feed.ConnectionState.Live;
import dev.liveticker.feed.ConnectionState.Refused;
import dev.liveticker.feed.ConnectionState.Stale;
import dev.liveticker.feed.ConnectionState.Waiting;
import dev.liveticker.feed.machine.Loss;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Quote;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveFeedTest extends LiveFeedFixture {

    @Test
    void silence_is_seen_and_ends_in_a_reconnect() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        FakeTransport.FakeLink link = welcomed(feed, Transport.WEBSOCKET);
        loop.pass(Duration.ofSeconds(12));
        assertThat(feed.state()).isEqualTo(new Stale(Transport.WEBSOCKET));
        loop.pass(Duration.ofSeconds(4));
        assertThat(feed.state()).isInstanceOf(Waiting.class);
        assertThat(link.closed).isTrue();
        loop.pass(SECOND);
        assertThat(transports.get(Transport.WEBSOCKET).links).hasSize(2);
        welcomed(feed, Transport.WEBSOCKET);
        assertThat(feed.statistics().reconnects()).isEqualTo(1);
    }

    @Test
    void a_machine_that_slept_reconnects_at_once() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        FakeTransport.FakeLink link = welcomed(feed, Transport.WEBSOCKET);
        loop.sleep(Duration.ofHours(1));
        loop.pass(ClockWatch.EVERY);
        assertThat(feed.state()).isEqualTo(new Connecting(1, Transport.WEBSOCKET));
        assertThat(link.closed).isTrue();
    }

    @Test
    void another_network_reconnects_at_once() throws Exception {
        addresses = Set.of(InetAddress.getByName("192.0.2.1"));
        LiveFeed feed = feed(Transport.SSE);
        loop.pass(ClockWatch.EVERY);
        FakeTransport.FakeLink link = welcomed(feed, Transport.SSE);
        addresses = Set.of(InetAddress.getByName("192.0.2.2"));
        for (int i = 0; i < 5; i++) {
            link.says(Said.heartbeat(1));
            loop.pass(ClockWatch.EVERY);
        }
        assertThat(link.closed).isTrue();
        assertThat(feed.state()).isInstanceOf(Connecting.class);
    }

    @Test
    void a_transport_whose_frames_are_not_taken_has_to_wait() throws Exception {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        feed.subscribe(List.of(Subscription.quotes(A)));
        FakeTransport.FakeLink link = welcomed(feed, Transport.WEBSOCKET);
        Thread reader = Thread.ofPlatform().daemon().start(() -> {
            for (int i = 1; i <= 1_000; i++) {
                link.says(Said.quote("A", i, "1"));
            }
        });
        await().until(() -> reader.getState() == Thread.State.WAITING);
        await().pollInterval(Duration.ofMillis(2)).until(() -> {
            loop.run();
            return !reader.isAlive();
        });
        loop.run();
        assertThat(listener.heard(Quote.class)).hasSize(1_000);
        feed.close();
    }

    @Test
    void closing_lets_a_waiting_transport_go_on_and_nothing_more_is_heard() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        FakeTransport.FakeLink link = welcomed(feed, Transport.WEBSOCKET);
        Thread reader = Thread.ofPlatform().daemon().start(() -> {
            while (!link.closed) {
                link.says(Said.heartbeat(1));
            }
        });
        await().until(() -> reader.getState() == Thread.State.WAITING);
        feed.close();
        loop.run();
        await().until(() -> !reader.isAlive());
        assertThat(feed.state()).isEqualTo(new Idle());
        assertThat(link.closed).isTrue();
        assertThat(loop.closed).isTrue();
    }

    @Test
    void what_the_server_said_before_it_refused_is_told() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        FakeTransport.FakeLink link = welcomed(feed, Transport.WEBSOCKET);
        link.says("{\"type\":\"error\",\"code\":\"malformed\",\"message\":\"symbols is missing\"}");
        link.ends(Loss.ofCloseCode(4400, ""));
        loop.run();
        assertThat(feed.state()).isEqualTo(new Refused("malformed message: symbols is missing"));
    }

    @Test
    void what_the_server_said_of_a_request_does_not_explain_why_it_refuses_the_connection() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        FakeTransport.FakeLink link = welcomed(feed, Transport.WEBSOCKET);
        link.says("{\"type\":\"error\",\"code\":\"bad_price\",\"message\":\"price is missing\",\"id\":\"a\"}");
        link.ends(Loss.ofCloseCode(4400, ""));
        loop.run();
        assertThat(feed.state()).isEqualTo(new Refused("malformed message"));
    }

    @Test
    void who_is_sent_away_for_saying_too_much_waits_as_long_as_the_server_said_before() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        FakeTransport.FakeLink link = welcomed(feed, Transport.WEBSOCKET);
        link.says(Said.rateLimited(40_000));
        link.ends(Loss.ofCloseCode(4429, ""));
        loop.run();
        assertThat(feed.state())
                .isInstanceOfSatisfying(
                        Waiting.class, waiting -> assertThat(waiting.delay()).isEqualTo(Duration.ofSeconds(40)));
    }

    @Test
    void a_connection_that_cannot_even_be_begun_is_lost_like_any_other() {
        LiveFeed feed = feed(null);
        transports.values().forEach(transport -> transport.failing = true);
        link(Transport.WEBSOCKET).ends(Loss.unsuitable("x"));
        loop.run();
        assertThat(feed.state())
                .isInstanceOfSatisfying(
                        Waiting.class,
                        waiting -> assertThat(waiting.why()).isEqualTo("no connection can be made to example.test"));
        transports.get(Transport.WEBSOCKET).failing = false;
        loop.pass(SECOND);
        welcomed(feed, Transport.WEBSOCKET);
    }

    @Test
    void a_better_transport_that_cannot_be_begun_leaves_the_live_one_alone() {
        LiveFeed feed = feed(null);
        link(Transport.WEBSOCKET).ends(Loss.unsuitable("x"));
        loop.run();
        FakeTransport.FakeLink stream = welcomed(feed, Transport.SSE);
        transports.get(Transport.WEBSOCKET).failing = true;
        for (int i = 0; i < 90; i++) {
            stream.says(Said.heartbeat(9));
            loop.pass(SECOND);
        }
        assertThat(feed.state()).isEqualTo(new Live(Transport.SSE));
        assertThat(stream.closed).isFalse();
    }

    @Test
    void another_version_of_the_protocol_is_refused() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        link(Transport.WEBSOCKET).says(Said.welcome("e1", 5_000).replace("\"protocol\":1", "\"protocol\":2"));
        loop.run();
        assertThat(feed.state()).isEqualTo(new Refused("the server speaks version 2 of the protocol, not 1"));
    }

    @Test
    void without_a_choice_a_better_transport_is_tried_beside_the_live_one_and_taken_in_mid_stream() {
        LiveFeed feed = feed(null);
        feed.subscribe(List.of(Subscription.trades(A)));
        link(Transport.WEBSOCKET).ends(Loss.ofStatus(404, Duration.ZERO));
        loop.run();
        FakeTransport.FakeLink stream = welcomed(feed, Transport.SSE);
        stream.saysAt("e1:9", Said.subscribed("s1", "trades", "A", false), Said.trade("A", 9, 1));
        for (int i = 0; i < 60; i++) {
            stream.saysAt("e1:9", Said.heartbeat(9));
            loop.pass(SECOND);
        }
        FakeTransport.FakeLink probe = link(Transport.WEBSOCKET);
        assertThat(transports.get(Transport.WEBSOCKET).links).hasSize(2);
        assertThat(stream.closed).isFalse();
        probe.says(Said.welcome("e1", 5_000));
        loop.run();
        assertThat(probe.closed).isTrue();
        assertThat(stream.closed).isTrue();
        FakeTransport.FakeLink better = welcomed(feed, Transport.WEBSOCKET);
        assertThat(better.subscribes())
                .extracting(ClientMessage.Subscribe::since)
                .containsExactly("e1:9");
        assertThat(feed.statistics().reconnects()).isZero();
    }

    @Test
    void a_better_transport_is_not_tried_any_more_once_the_live_one_is_lost() {
        LiveFeed feed = feed(null);
        link(Transport.WEBSOCKET).ends(Loss.ofStatus(404, Duration.ZERO));
        loop.run();
        link(Transport.SSE).ends(Loss.ofStatus(404, Duration.ZERO));
        loop.run();
        FakeTransport.FakeLink polls = welcomed(feed, Transport.LONG_POLLING);
        for (int i = 0; i < 60; i++) {
            polls.says(Said.heartbeat(9));
            loop.pass(SECOND);
        }
        FakeTransport.FakeLink probe = link(Transport.WEBSOCKET);
        assertThat(transports.get(Transport.WEBSOCKET).links).hasSize(2);

        polls.ends(Loss.broken("x"));
        loop.run();
        assertThat(probe.closed).isTrue();
        assertThat(transports.get(Transport.SSE).links).hasSize(1);
        assertThat(feed.state()).isInstanceOf(Waiting.class);
    }

    @Test
    void a_listener_that_fails_does_not_stop_the_feed() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        feed.subscribe(List.of(Subscription.quotes(A)));
        FakeTransport.FakeLink link = welcomed(feed, Transport.WEBSOCKET);
        listener.failing = true;
        link.says(Said.quote("A", 1, "1"));
        loop.run();
        listener.failing = false;
        link.says(Said.quote("A", 2, "1"));
        loop.run();
        assertThat(listener.heard(Quote.class)).hasSize(1);
        assertThat(feed.state()).isEqualTo(new Live(Transport.WEBSOCKET));
    }
}
