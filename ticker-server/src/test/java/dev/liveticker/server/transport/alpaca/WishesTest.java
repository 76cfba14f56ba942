package dev.liveticker.server.transport.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Subscribed;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WishesTest {

    private static final Symbol AAPL = Symbol.of("AAPL");
    private static final Symbol MSFT = Symbol.of("MSFT");

    private final Wishes wishes = new Wishes();

    private static AlpacaRequest.Change subscribe(Map<AlpacaChannel, List<String>> symbols) {
        return new AlpacaRequest.Change(true, symbols);
    }

    /** The hub's answer to one message. */
    private static Subscribed answer(ClientMessage asked, List<Symbol> has, Subscribed.Rejection... rejected) {
        return switch (asked) {
            case ClientMessage.Subscribe message ->
                new Subscribed(message.id(), message.channel(), message.interval(), has, List.of(rejected), false);
            case ClientMessage.Unsubscribe message ->
                new Subscribed(message.id(), message.channel(), message.interval(), has, List.of(rejected), false);
            default -> throw new AssertionError(asked);
        };
    }

    @Test
    void a_request_is_answered_when_the_hub_has_answered_all_of_it() {
        List<ClientMessage> asked = wishes.ask(
                subscribe(Map.of(AlpacaChannel.TRADES, List.of("AAPL"), AlpacaChannel.BARS, List.of("MSFT"))));
        assertThat(asked).hasSize(2);
        assertThat(wishes.pending()).isEqualTo(1);
        assertThat(wishes.take(answer(asked.getFirst(), List.of(AAPL)))).isEmpty();
        assertThat(wishes.take(answer(asked.getLast(), List.of(MSFT)))).isPresent();
        assertThat(wishes.pending()).isZero();
    }

    @Test
    void what_is_not_allowed_or_too_much_is_an_error_and_an_unknown_symbol_is_none() {
        List<ClientMessage> asked =
                wishes.ask(subscribe(Map.of(AlpacaChannel.QUOTES, List.of("AAPL", "MSFT", "NOPE", "X"))));

        assertThat(wishes.take(answer(
                        asked.getFirst(),
                        List.of(AAPL),
                        new Subscribed.Rejection("MSFT", "not_allowed"),
                        new Subscribed.Rejection("NOPE", "unknown_symbol"),
                        new Subscribed.Rejection("X", "too_many_symbols"))))
                .hasValueSatisfying(answered -> assertThat(answered.errors())
                        .containsExactlyInAnyOrder(AlpacaError.INSUFFICIENT_SUBSCRIPTION, AlpacaError.SYMBOL_LIMIT));
        assertThat(wishes.subscription().get(AlpacaChannel.QUOTES)).containsExactly("AAPL");
    }

    @Test
    void a_star_is_told_as_one_until_something_is_taken_off() {
        AlpacaRequest.Change all = subscribe(Map.of(AlpacaChannel.TRADES, List.of("*")));
        wishes.take(answer(wishes.ask(all).getFirst(), List.of(AAPL, MSFT)));
        assertThat(wishes.subscription().get(AlpacaChannel.TRADES)).containsExactly("*");

        List<ClientMessage> less =
                wishes.ask(new AlpacaRequest.Change(false, Map.of(AlpacaChannel.TRADES, List.of("AAPL"))));
        wishes.take(answer(less.getFirst(), List.of(MSFT)));
        assertThat(wishes.subscription().get(AlpacaChannel.TRADES)).containsExactly("MSFT");
    }

    @Test
    void status_is_wished_for_all_that_is_had_for_some_of_it_or_for_none() {
        assertThat(wishes.status()).isEqualTo(StatusWish.NONE);
        wishes.take(new Subscribed(null, Channel.TRADES, null, List.of(AAPL, MSFT), List.of(), false));
        assertThat(wishes.status()).isEqualTo(StatusWish.NONE);
        wishes.take(new Subscribed(null, Channel.BARS, Interval.ONE_HOUR, List.of(AAPL), List.of(), false));
        assertThat(wishes.status()).isEqualTo(new StatusWish.Some(Set.of(AAPL)));
        wishes.take(new Subscribed(null, Channel.BARS, Interval.ONE_HOUR, List.of(AAPL, MSFT), List.of(), false));
        assertThat(wishes.status()).isEqualTo(StatusWish.ALL);
    }

    @Test
    void a_channel_that_never_says_anything_needs_no_hub() {
        assertThat(wishes.ask(subscribe(Map.of(AlpacaChannel.UPDATED_BARS, List.of("aapl", "?", "*")))))
                .isEmpty();
        assertThat(wishes.subscription().get(AlpacaChannel.UPDATED_BARS)).containsExactly("AAPL", "*");
    }
}
