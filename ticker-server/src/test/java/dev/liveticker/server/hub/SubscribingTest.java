package dev.liveticker.server.hub;

import static dev.liveticker.server.hub.Fixture.bars;
import static dev.liveticker.server.hub.Fixture.quotes;
import static dev.liveticker.server.hub.Fixture.quotesAtRate;
import static dev.liveticker.server.hub.Fixture.trades;
import static dev.liveticker.server.hub.Market.A;
import static dev.liveticker.server.hub.Market.B;
import static dev.liveticker.server.hub.Market.C;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Bar;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Failure;
import dev.liveticker.message.Pong;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubscribingTest {

    private final Fixture hub = Fixture.of(A, B, C);
    private final Fixture.Client client = hub.connect().readsAll();

    SubscribingTest() {
        client.outlet.take();
    }

    @Test
    void what_cannot_be_had_is_rejected_and_the_rest_stands() {
        client.says(subscribe("7", Channel.QUOTES, "aaa", " Bbb ", "NOPE", "A B", "AAA"));
        List<ServerMessage> said = client.outlet.take();
        assertThat(said.getFirst())
                .isEqualTo(new Subscribed(
                        "7",
                        Channel.QUOTES,
                        null,
                        List.of(A, B),
                        List.of(
                                new Subscribed.Rejection("NOPE", "unknown_symbol"),
                                new Subscribed.Rejection("A B", "invalid_symbol")),
                        false));
        assertThat(said.stream().filter(Snapshot.class::isInstance)).hasSize(2);
    }

    @Test
    void a_star_is_every_symbol() {
        client.says(subscribe(null, Channel.QUOTES, "*"));
        assertThat(client.outlet.take(Subscribed.class).getFirst().symbols()).containsExactly(A, B, C);
    }

    @Test
    void asking_twice_is_harmless_and_the_answer_states_the_whole_set() {
        client.says(quotes(A)).readsAll();
        client.outlet.take();
        client.says(quotes(A, B));
        List<ServerMessage> said = client.outlet.take();
        assertThat(said).hasSize(2);
        assertThat(((Subscribed) said.get(0)).symbols()).containsExactly(A, B);
        assertThat(said.get(1))
                .isInstanceOfSatisfying(
                        Snapshot.class, it -> assertThat(it.symbol()).isEqualTo(B));
        client.readsAll();
        hub.publish(hub.market.quote(A, "10.10"));
        assertThat(client.outlet.take(Quote.class)).hasSize(1);
    }

    @Test
    void too_many_symbols_are_rejected_by_name() {
        HubSettings two = new HubSettings(
                "test",
                true,
                "TEST",
                Duration.ofSeconds(5),
                2,
                10,
                100,
                100_000,
                10_000,
                Duration.ofSeconds(10),
                100,
                Duration.ofMinutes(1));
        Fixture small = new Fixture(new Market(A, B, C), two);
        Fixture.Client greedy = small.connect(quotes(A, B, C), trades(C));
        Map<Channel, Subscribed> answers = greedy.outlet.take(Subscribed.class).stream()
                .collect(Collectors.toMap(Subscribed::channel, answer -> answer));
        assertThat(answers.get(Channel.QUOTES).symbols()).containsExactly(A, B);
        assertThat(answers.get(Channel.QUOTES).rejected())
                .containsExactly(new Subscribed.Rejection("CCC", "too_many_symbols"));
        assertThat(answers.get(Channel.TRADES).symbols()).containsExactly(C);
    }

    @Test
    void what_is_unsubscribed_comes_no_more_and_the_answer_says_what_is_left() {
        client.says(quotes(A, B), trades(A)).readsAll();
        client.outlet.take();
        client.says(new ClientMessage.Unsubscribe("u", Channel.QUOTES, List.of("AAA", "CCC"), null));
        assertThat(client.outlet.take())
                .containsExactly(new Subscribed("u", Channel.QUOTES, null, List.of(B), List.of(), false));
        client.readsAll();
        hub.publish(hub.market.quote(A, "10.10"), hub.market.trade(A, "10.10"));
        assertThat(client.outlet.take()).singleElement().isInstanceOf(Trade.class);
    }

    @Test
    void what_waited_when_it_was_unsubscribed_is_dropped() {
        client.says(quotes(A), trades(A));
        hub.publish(hub.market.quote(A, "10.10"), hub.market.trade(A, "10.10"));
        client.says(
                new ClientMessage.Unsubscribe(null, Channel.QUOTES, List.of("*"), null),
                new ClientMessage.Unsubscribe(null, Channel.TRADES, List.of("*"), null));
        client.outlet.take();
        client.readsAll();
        assertThat(client.outlet.take()).hasSize(2).allMatch(Subscribed.class::isInstance);
    }

    @Test
    void bars_of_different_intervals_are_different_sets() {
        hub.publish(hub.market.trade(A, "10.10"));
        client.says(bars(Interval.ONE_MINUTE, A, B));
        List<ServerMessage> first = client.outlet.take();
        assertThat(first.getFirst())
                .isEqualTo(new Subscribed(null, Channel.BARS, Interval.ONE_MINUTE, List.of(A, B), List.of(), false));
        assertThat(first.stream().filter(Bar.class::isInstance).map(Bar.class::cast))
                .singleElement()
                .satisfies(bar -> {
                    assertThat(bar.interval()).isEqualTo(Interval.ONE_MINUTE);
                    assertThat(bar.closed()).isFalse();
                    assertThat(bar.seq()).isPositive();
                });
        client.readsAll();
        client.says(bars(Interval.ONE_HOUR, B));
        assertThat(client.outlet.take(Subscribed.class).getFirst().symbols()).containsExactly(B);
    }

    @Test
    void past_trades_are_not_sent_to_who_did_not_ask_to_go_on() {
        hub.publish(hub.market.trade(A, "10.10"));
        client.says(trades(A)).readsAll();
        assertThat(client.outlet.take(Trade.class)).isEmpty();
    }

    @Test
    void the_newest_rate_wins() {
        client.says(quotesAtRate(0.001, A)).readsAll();
        hub.publish(hub.market.quote(A, "10.10"));
        assertThat(client.outlet.take(Quote.class)).isEmpty();
        client.says(quotes(A)).readsAll();
        assertThat(client.outlet.take(Quote.class)).hasSize(1);
    }

    @Test
    void a_ping_is_answered_with_both_times() {
        client.says(new ClientMessage.Ping("p", 42));
        assertThat(client.outlet.take()).containsExactly(new Pong("p", 1_767_323_045_123_456L, 42));
    }

    static List<ClientMessage> requestsNobodyServes() {
        return List.of(
                new ClientMessage.Authenticate("x", "token"),
                new ClientMessage.SetAlert("x", A, "above", null, null, null, null),
                new ClientMessage.RemoveAlert("x"),
                new ClientMessage.Acknowledge("x"));
    }

    @ParameterizedTest
    @MethodSource("requestsNobodyServes")
    void what_the_server_does_not_offer_is_refused_by_id(ClientMessage request) {
        client.says(request);
        assertThat(client.outlet.take(Failure.class)).singleElement().satisfies(failure -> {
            assertThat(failure.code()).isEqualTo("not_supported");
            assertThat(failure.id()).isEqualTo("x");
        });
    }

    @Test
    void an_unknown_type_is_refused_and_the_rest_goes_on() {
        client.says(new ClientMessage.Unrecognized("d", "dance"), new ClientMessage.Ping(null, 1));
        List<ServerMessage> said = client.outlet.take();
        assertThat(said.get(0)).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.code()).isEqualTo("unknown_type");
            assertThat(failure.id()).isEqualTo("d");
        });
        assertThat(said.get(1)).isInstanceOf(Pong.class);
        assertThat(client.outlet.ended()).isNull();
    }

    private static ClientMessage.Subscribe subscribe(String id, Channel channel, String... symbols) {
        return new ClientMessage.Subscribe(id, channel, List.of(symbols), null, null, null);
    }
}
