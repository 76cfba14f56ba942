package dev.liveticker.server.hub;

import static dev.liveticker.server.hub.Fixture.poll;
import static dev.liveticker.server.hub.Fixture.quotes;
import static dev.liveticker.server.hub.Fixture.quotesSince;
import static dev.liveticker.server.hub.Fixture.trades;
import static dev.liveticker.server.hub.Market.A;
import static dev.liveticker.server.hub.Market.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.End;
import dev.liveticker.message.Failure;
import dev.liveticker.message.Pong;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.history.MarketHistory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The hub with its own thread, as transports and REST use it. */
class HubTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Market market = new Market(A, B);
    private final MarketHistory history = new MarketHistory(market.instruments());
    private final Hub hub = new Hub(
            HubSettings.defaults("test", true), market.instruments(), market.opening(), history, Clock.systemUTC());

    @AfterEach
    void close() {
        hub.close();
    }

    /** Reads each frame as soon as it comes, and hands its messages over to the test. */
    private final class Reader implements Outlet {
        private final BlockingQueue<ServerMessage> messages = new LinkedBlockingQueue<>();
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile Subscriber subscriber;
        private volatile End end;

        @Override
        public void send(Frame frame) {
            messages.addAll(RecordingOutlet.decode(frame, frame.encoding()));
            if (subscriber != null) {
                hub.drained(List.of(subscriber));
            }
        }

        @Override
        public void end(End why) {
            end = why;
            ended.countDown();
        }

        <T extends ServerMessage> T next(Class<T> type) throws InterruptedException {
            while (true) {
                ServerMessage message = messages.poll(60, TimeUnit.SECONDS);
                assertThat(message).as("a message of type %s", type).isNotNull();
                if (type.isInstance(message)) {
                    return type.cast(message);
                }
            }
        }
    }

    private Reader connect(ClientMessage.Subscribe... subscriptions) {
        return connect(Encoding.JSON, subscriptions);
    }

    private Reader connect(Encoding encoding, ClientMessage.Subscribe... subscriptions) {
        Reader reader = new Reader();
        Subscriber subscriber =
                hub.connect(new Connection(encoding, List.of(subscriptions), Principal.local()), reader);
        reader.subscriber = subscriber;
        hub.drained(List.of(subscriber));
        return reader;
    }

    @Test
    void what_is_published_is_read_and_can_be_looked_up() throws InterruptedException {
        Reader reader = connect(quotes(A), trades(A));
        await().atMost(LONG).until(() -> hub.subscribers() == 1);
        hub.publish(List.of(market.quote(A, "10.50"), market.trade(A, "10.50")));
        Quote quote = reader.next(Quote.class);
        Trade trade = reader.next(Trade.class);
        assertThat(hub.snapshot(A).orElseThrow().seq()).isEqualTo(quote.seq());
        assertThat(hub.snapshot(A).orElseThrow().high()).isEqualByComparingTo("11");
        assertThat(hub.snapshot(Symbol.of("NOPE"))).isEmpty();
        assertThat(hub.trades(A, Long.MAX_VALUE, 10)).containsExactly(trade);
        assertThat(history.bars(A, Interval.ONE_HOUR, 0, Long.MAX_VALUE, 10)).hasSize(1);
        assertThat(hub.position().seq()).isGreaterThanOrEqualTo(trade.seq());
        assertThat(hub.position().epoch()).matches("[a-z0-9]{1,32}");
        assertThat(hub.instruments().stream().map(Instrument::symbol)).containsExactly(A, B);
    }

    @Test
    void what_is_said_beside_the_stream_is_answered_in_it() throws InterruptedException {
        Reader reader = connect();
        await().atMost(LONG)
                .until(() -> hub.receive(
                        Principal.local(), reader.subscriber.session(), List.of(new ClientMessage.Ping("p", 1))));
        assertThat(reader.next(Pong.class).id()).isEqualTo("p");
        assertThat(hub.receive(Principal.local(), "nobody", List.of())).isFalse();
        reader.subscriber.receive(List.of(new ClientMessage.Ping("q", 1)));
        assertThat(reader.next(Pong.class).id()).isEqualTo("q");
        assertThat(reader.subscriber.session()).hasSize(32);
    }

    @Test
    void who_is_gone_has_no_place_and_hears_nothing() {
        Reader reader = connect(quotes(A));
        await().atMost(LONG).until(() -> hub.subscribers() == 1);
        reader.subscriber.disconnected();
        reader.subscriber.disconnected();
        await().atMost(LONG).until(() -> hub.subscribers() == 0);
        hub.drain(Duration.ofSeconds(1));
        assertThat(reader.end).isNull();
    }

    @Test
    void an_outlet_that_fails_is_dropped_and_the_others_live_on() throws InterruptedException {
        hub.connect(new Connection(Encoding.JSON, List.of(quotes(A)), Principal.local()), new Outlet() {
            @Override
            public void send(Frame frame) {
                throw new IllegalStateException("broken on purpose");
            }

            @Override
            public void end(End end) {
                throw new IllegalStateException("broken on purpose");
            }
        });
        Reader reader = connect(quotes(A));
        await().atMost(LONG).until(() -> hub.subscribers() == 1);
        hub.publish(List.of(market.quote(A, "10.50")));
        assertThat(reader.next(Quote.class).last()).isEqualByComparingTo("10.50");
    }

    @Test
    void who_floods_the_hub_is_ended() throws InterruptedException {
        Reader reader = connect();
        reader.subscriber.receive(pings(10_001));
        assertThat(reader.ended.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(reader.end).isEqualTo(End.RATE_LIMITED);
        await().atMost(LONG).until(() -> hub.subscribers() == 0);
    }

    @Test
    void what_is_said_in_the_stream_and_beside_it_is_bounded_together() throws InterruptedException {
        Reader reader = connect();
        await().atMost(LONG).until(() -> hub.subscribers() == 1);
        CountDownLatch holding = new CountDownLatch(1);
        CountDownLatch said = new CountDownLatch(1);
        hub.tell(List.of(), () -> {
            holding.countDown();
            hold(said);
        });
        // Else the hub might answer the first of them before it is held up.
        assertThat(holding.await(1, TimeUnit.MINUTES)).isTrue();
        reader.subscriber.receive(pings(6_000));
        assertThat(hub.receive(Principal.local(), reader.subscriber.session(), pings(6_000)))
                .isTrue();
        said.countDown();
        assertThat(reader.ended.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(reader.end).isEqualTo(End.RATE_LIMITED);
    }

    private static List<ClientMessage> pings(int count) {
        List<ClientMessage> pings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pings.add(new ClientMessage.Ping(null, i));
        }
        return pings;
    }

    private static void hold(CountDownLatch until) {
        try {
            assertThat(until.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void half_a_character_is_told_in_either_encoding_and_holds_up_nobody() throws InterruptedException {
        Reader binary = connect(Encoding.CBOR);
        Reader text = connect();
        await().atMost(LONG).until(() -> hub.subscribers() == 2);
        CountDownLatch told = new CountDownLatch(1);
        Failure notText = new Failure("odd", "\uD800", null, null);
        hub.tell(
                List.of(
                        new Letter(binary.subscriber.session(), notText),
                        new Letter(text.subscriber.session(), notText),
                        new Letter(text.subscriber.session(), new Pong("p", 1, 1))),
                told::countDown);
        assertThat(binary.next(Failure.class).code()).isEqualTo("odd");
        assertThat(text.next(Failure.class).message()).isEqualTo("\uD800");
        assertThat(text.next(Pong.class).id()).isEqualTo("p");
        assertThat(told.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void a_closed_hub_answers_no_question() {
        hub.close();
        assertThat(hub.presence()).isCompletedExceptionally();
        assertThat(hub.census()).isCompletedExceptionally();
    }

    @Test
    void a_poll_waits_for_what_comes() throws InterruptedException {
        BlockingQueue<PollAnswer> answers = new LinkedBlockingQueue<>();
        hub.poll(poll(Encoding.JSON, null, List.of(quotes(A)), LONG, Principal.local()), answers::add);
        PollAnswer first = answers.poll(60, TimeUnit.SECONDS);
        assertThat(first).isNotNull();
        String since = first.frame().position().toString();
        hub.poll(
                poll(Encoding.JSON, first.session(), List.of(quotesSince(since, A)), LONG, Principal.local()),
                answers::add);
        await().atMost(LONG).until(() -> hub.subscribers() == 1);
        hub.publish(List.of(market.quote(A, "10.50")));
        PollAnswer second = answers.poll(60, TimeUnit.SECONDS);
        assertThat(second).isNotNull();
        assertThat(second.session()).isEqualTo(first.session());
        assertThat(second.frame().messages()).isEqualTo(1);
    }

    @Test
    void a_poll_that_is_given_up_frees_its_place() {
        BlockingQueue<PollAnswer> answers = new LinkedBlockingQueue<>();
        Runnable cancel = hub.poll(
                poll(
                        Encoding.CBOR,
                        "gone",
                        List.of(quotesSince(hub.position().toString(), A)),
                        LONG,
                        Principal.local()),
                answers::add);
        await().atMost(LONG).until(() -> hub.subscribers() == 1);
        cancel.run();
        await().atMost(LONG).until(() -> hub.subscribers() == 0);
        assertThat(answers).isEmpty();
    }

    @Test
    void draining_says_good_bye_to_all_and_lets_nobody_in() throws InterruptedException {
        Reader reader = connect(quotes(A));
        Outlet stalled = new Reader();
        hub.connect(new Connection(Encoding.JSON, List.of(quotes(A)), Principal.local()), stalled);
        await().atMost(LONG).until(() -> hub.subscribers() == 2);
        hub.drain(Duration.ofMillis(50));
        assertThat(reader.end).isEqualTo(End.GOING_AWAY);
        assertThat(((Reader) stalled).end).isEqualTo(End.GOING_AWAY);
        assertThat(hub.subscribers()).isZero();
        Reader late = connect(quotes(A));
        assertThat(late.ended.await(1, TimeUnit.MINUTES)).isTrue();
        hub.close();
        hub.close();
        Reader later = connect(quotes(A));
        assertThat(later.end).isEqualTo(End.GOING_AWAY);
        hub.publish(List.of(market.quote(A, "10.50")));
        assertThat(hub.snapshot(A).orElseThrow().last()).isEqualByComparingTo("10.00");
    }
}
