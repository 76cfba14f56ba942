package dev.liveticker.server.hub;

import static dev.liveticker.server.hub.Fixture.quotes;
import static dev.liveticker.server.hub.Fixture.quotesSince;
import static dev.liveticker.server.hub.Fixture.trades;
import static dev.liveticker.server.hub.Fixture.tradesSince;
import static dev.liveticker.server.hub.Market.A;
import static dev.liveticker.server.hub.Market.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.End;
import dev.liveticker.message.Failure;
import dev.liveticker.message.Gap;
import dev.liveticker.message.Pong;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Trade;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Channel;
import dev.liveticker.server.access.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PollTest {

    private static final Duration LONG = Duration.ofSeconds(25);

    private final Fixture hub = Fixture.of(A, B);
    private final Fixture.Poller client = hub.new Poller();

    @Test
    void the_first_poll_is_answered_at_once_with_everything() {
        client.polls(null, LONG, quotes(A), trades(A));
        List<ServerMessage> said = client.said();
        assertThat(said.get(0))
                .isInstanceOfSatisfying(
                        Welcome.class,
                        welcome -> assertThat(welcome.session())
                                .isEqualTo(client.answer().session()));
        assertThat(said.subList(1, 3)).allMatch(Subscribed.class::isInstance);
        assertThat(said.get(3)).isInstanceOf(Snapshot.class);
        assertThat(client.next()).isEqualTo(hub.positionText(hub.head()));
    }

    @Test
    void the_next_waits_until_there_is_something_to_say() {
        client.polls(null, LONG, quotes(A), trades(A));
        goOn(LONG);
        assertThat(client.answers).hasSize(1);
        hub.publish(hub.market.trade(A, "10.10"), hub.market.quote(A, "10.10"));
        assertThat(client.answers).hasSize(2);
        assertThat(client.said()).hasSize(2);
        assertThat(hub.core.members().present()).isZero();
        assertThat(hub.core.members().size()).isEqualTo(1);
    }

    @Test
    void patience_over_it_is_answered_empty_with_the_newest_position() {
        client.polls(null, LONG, quotes(A));
        goOn(LONG);
        hub.publish(hub.market.trade(B, "10.10"));
        hub.pass(Duration.ofMillis(24_999));
        assertThat(client.answers).hasSize(1);
        hub.pass(Duration.ofMillis(1));
        assertThat(client.answers).hasSize(2);
        assertThat(client.said()).isEmpty();
        assertThat(client.next()).isEqualTo(hub.positionText(hub.head()));
    }

    @Test
    void without_patience_it_is_answered_at_once() {
        client.polls(null, Duration.ZERO, quotes(A));
        goOn(Duration.ZERO);
        assertThat(client.said()).isEmpty();
        hub.publish(hub.market.quote(A, "10.10"));
        goOn(Duration.ZERO);
        assertThat(client.said()).singleElement().isInstanceOf(Quote.class);
    }

    @Test
    void a_symbol_that_is_new_in_the_address_is_subscribed_to() {
        client.polls(null, LONG, quotes(A));
        client.polls(client.answer().session(), LONG, quotesSince(client.next(), A, B));
        List<ServerMessage> said = client.said();
        assertThat(said).hasSize(2);
        assertThat(((Subscribed) said.get(0)).symbols()).containsExactly(A, B);
        assertThat(((Snapshot) said.get(1)).symbol()).isEqualTo(B);
    }

    @Test
    void a_rejection_alone_is_no_reason_to_answer() {
        client.polls(null, LONG, quotes(A));
        ClientMessage.Subscribe odd =
                new ClientMessage.Subscribe(null, Channel.QUOTES, List.of("AAA", "NOPE"), null, null, client.next());
        client.polls(client.answer().session(), LONG, odd);
        assertThat(client.answers).hasSize(1);
        hub.publish(hub.market.quote(A, "10.10"));
        List<ServerMessage> said = client.said();
        assertThat(((Subscribed) said.get(0)).rejected()).hasSize(1);
        assertThat(said.get(1)).isInstanceOf(Quote.class);
    }

    @Test
    void an_unknown_session_goes_on_from_its_position_without_ceremony() {
        String since = hub.positionText(hub.head());
        hub.publish(hub.market.trade(A, "10.10"), hub.market.quote(A, "10.10"));
        client.polls("gone", LONG, quotesSince(since, A, B), tradesSince(since, A, B));
        List<ServerMessage> said = client.said();
        assertThat(said).hasSize(2);
        assertThat(said.stream().filter(Trade.class::isInstance)).hasSize(1);
        assertThat(said.stream().filter(Quote.class::isInstance)).hasSize(1);
    }

    @Test
    void one_that_cannot_go_on_is_told_so() {
        client.polls("gone", LONG, quotesSince("old:7", A), tradesSince("old:7", A));
        List<ServerMessage> said = client.said();
        assertThat(said.stream().filter(Subscribed.class::isInstance)).hasSize(2);
        assertThat(said.stream().filter(Gap.class::isInstance))
                .containsExactly(new Gap(Channel.TRADES, null, 1, hub.head(), "new_epoch"));
        assertThat(said.stream().filter(Snapshot.class::isInstance)).hasSize(1);
    }

    @Test
    void a_known_session_goes_back_no_further_than_the_log_does() {
        Fixture small = new Fixture(new Market(A), Fixture.small(10, 5_000, 5));
        Fixture.Poller poller = small.new Poller().polls(null, LONG, quotes(A), trades(A));
        String since = poller.next();
        for (int i = 0; i < 50; i++) {
            small.publish(small.market.trade(A, "10.10"));
        }
        String session = poller.answer().session();
        poller.polls(session, LONG, quotesSince(since, A), tradesSince(since, A));
        assertThat(poller.said().stream().filter(Trade.class::isInstance)).hasSize(5);
        assertThat(poller.said().getFirst())
                .isInstanceOfSatisfying(
                        Gap.class, gap -> assertThat(gap.reason()).isEqualTo("slow_reader"));

        String astray = small.positionText(0);
        poller.polls(session, LONG, quotesSince(astray, A), tradesSince(astray, A));
        List<ServerMessage> said = poller.said();
        assertThat(said.stream().filter(Gap.class::isInstance).map(it -> ((Gap) it).reason()))
                .containsExactly("not_retained");
        assertThat(said.stream().filter(Snapshot.class::isInstance)).hasSize(1);
        assertThat(said.stream().filter(Trade.class::isInstance)).isEmpty();
    }

    @Test
    void answers_to_requests_and_announcements_of_loss_are_given_again_too() {
        Fixture small = new Fixture(new Market(A), Fixture.small(10, 5_000, 500));
        Fixture.Poller poller = small.new Poller().polls(null, LONG, trades(A));
        String since = poller.next();
        String session = poller.answer().session();
        small.core.receive(small.core.members().get(session), List.of(new ClientMessage.Ping("p", 3)));
        for (int i = 0; i < 50; i++) {
            small.publish(small.market.trade(A, "10.10"));
        }
        poller.polls(session, LONG, tradesSince(since, A));
        List<ServerMessage> lost = poller.said();
        assertThat(lost).hasSize(12).anyMatch(Pong.class::isInstance).anyMatch(Gap.class::isInstance);
        small.publish(small.market.trade(A, "10.10"));
        poller.polls(session, LONG, tradesSince(since, A));
        assertThat(poller.said()).anyMatch(Pong.class::isInstance);
        assertThat(poller.said().stream().filter(Gap.class::isInstance).map(it -> ((Gap) it).fromSeq()))
                .containsExactly(((Gap) lost.get(1)).fromSeq());
        poller.polls(session, Duration.ZERO, tradesSince(poller.next(), A));
        assertThat(poller.said()).isEmpty();
    }

    @Test
    void an_answer_that_got_lost_is_given_again() {
        client.polls(null, LONG, quotes(A), trades(A));
        String session = client.answer().session();
        String since = client.next();
        hub.publish(hub.market.trade(A, "10.10"), hub.market.quote(A, "10.10"));
        client.polls(session, LONG, quotesSince(since, A), tradesSince(since, A));
        List<ServerMessage> lost = client.said();
        client.polls(session, LONG, quotesSince(since, A), tradesSince(since, A));
        assertThat(lost.stream().filter(Trade.class::isInstance)).hasSize(1);
        assertThat(client.said().stream().filter(Trade.class::isInstance).toList())
                .isEqualTo(lost.stream().filter(Trade.class::isInstance).toList());
        assertThat(client.said().stream().filter(Quote.class::isInstance)).hasSize(1);
    }

    @Test
    void whoever_subscribes_by_messages_is_given_again_what_got_lost_too() {
        client.polls(null, LONG);
        Session session = hub.core.members().get(client.answer().session());
        client.goesOn(LONG);
        hub.core.receive(session, List.of(trades(A)));
        hub.core.turn();
        PollAnswer arrived = client.answer();
        client.goesOn(LONG);
        hub.publish(hub.market.trade(A, "10.10"));
        List<ServerMessage> lost = client.said();
        assertThat(lost).singleElement().isInstanceOf(Trade.class);
        client.goesOnFrom(arrived, LONG);
        assertThat(client.said()).isEqualTo(lost);
        client.goesOn(LONG);
        hub.publish(hub.market.trade(A, "10.20"));
        assertThat(client.said()).singleElement().isInstanceOf(Trade.class);
    }

    @Test
    void a_first_snapshot_that_got_lost_is_given_again_though_nothing_changed() {
        client.polls(null, LONG, quotes(A));
        String session = client.answer().session();
        String since = client.next();
        client.polls(session, LONG, quotesSince(since, A, B));
        assertThat(client.said()).hasSize(2);
        client.polls(session, LONG, quotesSince(since, A, B));
        assertThat(client.said().stream().filter(Snapshot.class::isInstance).map(it -> ((Snapshot) it).symbol()))
                .containsExactly(B);
    }

    @Test
    void a_long_answer_comes_in_portions_each_at_its_place() {
        Fixture small = new Fixture(new Market(A), Fixture.small(1_000, 1_000, 1_000));
        Fixture.Poller poller = small.new Poller();
        String since = small.positionText(small.head());
        for (int i = 0; i < 100; i++) {
            small.publish(small.market.trade(A, "10.10"));
        }
        List<Long> ids = new ArrayList<>();
        String session = null;
        while (ids.size() < 100) {
            poller.polls(session, Duration.ZERO, tradesSince(since, A));
            assertThat(poller.answer().frame().size()).isLessThanOrEqualTo(1_000);
            assertThat(poller.said()).isNotEmpty();
            poller.said().forEach(trade -> ids.add(((Trade) trade).tradeId()));
            session = poller.answer().session();
            since = poller.next();
        }
        assertThat(ids).isSorted().doesNotHaveDuplicates().hasSize(100);
    }

    @Test
    void answers_to_what_was_said_beside_come_with_the_next_poll() {
        client.polls(null, LONG, quotes(A));
        Session session = hub.core.members().get(client.answer().session());
        hub.core.receive(session, List.of(new ClientMessage.Ping("p", 3), trades(B)));
        hub.core.turn();
        goOn(LONG);
        assertThat(client.said()).hasSize(2).anyMatch(Pong.class::isInstance);
        goOn(LONG);
        hub.publish(hub.market.trade(B, "10.10"));
        assertThat(client.said()).singleElement().isInstanceOf(Trade.class);
    }

    @Test
    void a_client_that_goes_away_takes_its_session_along() {
        client.polls(null, LONG, quotes(A));
        goOn(LONG);
        assertThat(hub.core.members().present()).isEqualTo(1);
        client.goesAway();
        assertThat(hub.core.members().size()).isZero();
        assertThat(hub.core.alarms()).isZero();
        hub.publish(hub.market.quote(A, "10.10"));
        assertThat(client.answers).hasSize(1);
    }

    @Test
    void a_poll_whose_session_ends_is_answered_with_why() {
        client.polls(null, LONG, quotes(A));
        Session session = hub.core.members().get(client.answer().session());
        goOn(LONG);
        String since = client.next();
        hub.core.end(session, End.RATE_LIMITED);
        assertThat(client.answers).hasSize(2);
        assertThat(client.said())
                .singleElement()
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("rate_limited"));
        assertThat(client.next()).isEqualTo(since);
        assertThat(hub.core.members().size()).isZero();
    }

    @Test
    void polls_that_never_say_where_they_go_on_are_taken_to_have_everything() {
        client.polls(null, LONG, trades(A));
        String session = client.answer().session();
        String before = client.next();
        for (int i = 1; i <= 5; i++) {
            before = client.next();
            hub.core.receive(hub.core.members().get(session), List.of(new ClientMessage.Ping("p" + i, i)));
            hub.publish(hub.market.trade(A, "10.10"));
            client.polls(session, LONG);
            assertThat(client.said()).hasSize(2);
            assertThat(((Trade) client.said().get(1)).tradeId()).isEqualTo(i);
        }
        List<ServerMessage> last = client.said();
        client.polls(session, Duration.ZERO, tradesSince(before, A));
        assertThat(client.said()).isEqualTo(last);
    }

    @Test
    void a_second_poll_of_a_session_takes_the_place_of_the_first() {
        client.polls(null, LONG, quotes(A));
        goOn(LONG);
        goOn(LONG);
        assertThat(client.answers).hasSize(2);
        assertThat(client.said()).isEmpty();
        assertThat(hub.core.members().present()).isEqualTo(1);
        hub.publish(hub.market.quote(A, "10.10"));
        assertThat(client.answers).hasSize(3);
    }

    @Test
    void who_stays_away_is_forgotten() {
        client.polls(null, LONG, quotes(A));
        hub.pass(Duration.ofSeconds(119));
        assertThat(hub.core.members().size()).isEqualTo(1);
        hub.pass(Duration.ofSeconds(1));
        assertThat(hub.core.members().size()).isZero();
        assertThat(hub.core.alarms()).isZero();
    }

    @Test
    void a_rate_holds_across_polls() {
        client.polls(null, LONG, Fixture.quotesAtRate(1, A));
        String session = client.answer().session();
        hub.publish(hub.market.quote(A, "10.10"));
        client.polls(session, Duration.ZERO, Fixture.subscribe(Channel.QUOTES, 1.0, client.next(), A));
        assertThat(client.said()).isEmpty();
        client.polls(session, LONG, Fixture.subscribe(Channel.QUOTES, 1.0, client.next(), A));
        hub.pass(Duration.ofMillis(1_010));
        assertThat(client.said()).singleElement().isInstanceOf(Quote.class);
    }

    @Test
    void a_full_house_turns_a_poll_away_without_losing_its_place() {
        HubSettings one = new HubSettings(
                "test",
                true,
                "TEST",
                Duration.ofSeconds(5),
                10,
                1,
                10,
                10_000,
                1_000,
                Duration.ofSeconds(10),
                10,
                Duration.ofMinutes(1));
        Fixture full = new Fixture(new Market(A), one);
        full.connect();
        Fixture.Poller late = full.new Poller();
        late.polls(null, LONG, quotesSince("some:7", A));
        assertThat(late.said()).singleElement().isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.code()).isEqualTo("overloaded");
            assertThat(failure.retryAfterMillis()).isPositive();
        });
        assertThat(late.next()).isEqualTo("some:7");
    }

    private void goOn(Duration patience) {
        String since = client.next();
        client.polls(client.answer().session(), patience, quotesSince(since, A), tradesSince(since));
    }

    @Test
    void what_waits_is_counted_right_though_the_next_poll_asks_for_another_encoding() {
        client.polls(null, LONG, quotes(A));
        String name = client.answer().session();
        Session session = hub.core.members().get(name);
        hub.core.receive(session, List.of(new ClientMessage.Ping("p", 3)));
        hub.core.turn();
        assertThat(session.waitingBytes()).isPositive();
        client.polls(new PollRequest(Encoding.CBOR, name, client.next(), List.of(), LONG, Principal.local(), null));
        assertThat(client.answers).hasSize(2);
        assertThat(session.waitingBytes()).isZero();
    }
}
