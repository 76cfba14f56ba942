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
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Pong;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Trade;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.access.Principal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clients that have seen on another hub what is still on its way to this one. */
class AheadTest {

    private final Market market = new Market(A, B);
    private final Fixture ahead = Fixture.shared(market, Fixture.small(10, 2_000, 1_000));
    private final Fixture behind = Fixture.shared(market, Fixture.small(10, 2_000, 1_000));

    AheadTest() {
        HubState state = ahead.core.capture();
        ahead.core.restore("epoch", state);
        behind.core.restore("epoch", state);
    }

    private static List<Class<?>> types(List<ServerMessage> said) {
        return said.stream().<Class<?>>map(Object::getClass).toList();
    }

    @Test
    void what_is_asked_with_such_a_position_waits_and_so_does_what_comes_after_it() {
        MarketEvent first = market.trade(A, "10.10");
        MarketEvent second = market.trade(A, "10.20");
        ahead.publish(first);
        String since = ahead.positionText(ahead.head());

        Fixture.Client client = behind.connect()
                .says(tradesSince(since, A), new ClientMessage.Ping("after", 1))
                .readsAll();
        assertThat(types(client.outlet.take())).containsExactly(Welcome.class);
        client.says(new ClientMessage.Ping("last", 2)).readsAll();
        assertThat(client.outlet.take()).isEmpty();

        behind.publish(first);
        behind.publish(second);
        client.readsAll();
        List<ServerMessage> said = client.outlet.take();
        assertThat(types(said)).containsExactly(Subscribed.class, Pong.class, Pong.class, Trade.class);
        assertThat(((Subscribed) said.getFirst()).resumed()).isTrue();
        assertThat(said.getLast()).isEqualTo(((Trade) second).numbered(((Trade) said.getLast()).seq()));
    }

    @Test
    void a_position_of_the_present_with_what_the_other_hub_said_for_itself_does_not_wait() {
        Fixture.Client other = ahead.connect(quotes(A)).readsAll();
        ahead.connect(quotes(A)).readsAll();
        assertThat(ahead.head()).isGreaterThan(behind.head());
        Fixture.Client client = behind.connect()
                .says(
                        quotesSince(other.outlet.position().toString(), A),
                        quotesSince(ahead.positionText(ahead.head()), B))
                .readsAll();
        assertThat(client.outlet.take(Subscribed.class)).hasSize(2).allMatch(Subscribed::resumed);
    }

    @Test
    void who_waited_for_two_seconds_in_vain_has_a_bad_position() {
        String since = "epoch:" + 1_000_000_000L;
        Fixture.Client client = behind.connect().says(tradesSince(since, A)).readsAll();
        behind.pass(Duration.ofMillis(1_900));
        client.readsAll();
        assertThat(client.outlet.take(Subscribed.class)).isEmpty();
        behind.pass(Duration.ofMillis(200));
        client.readsAll();
        List<ServerMessage> said = client.outlet.take();
        assertThat(said).anyMatch(message -> message instanceof Subscribed answer && !answer.resumed());
        assertThat(said)
                .anyMatch(message -> message instanceof Gap gap && gap.reason().equals(Resumption.BAD_POSITION));
    }

    @Test
    void nobody_waits_for_what_is_no_position_or_of_another_epoch_or_on_a_hub_of_its_own() {
        Fixture.Client client = behind.connect()
                .says(tradesSince("elsewhere:99999999", A), tradesSince("nonsense", B))
                .readsAll();
        assertThat(client.outlet.take(Subscribed.class)).hasSize(2);

        Fixture alone = Fixture.of(A);
        Fixture.Client there = alone.connect()
                .says(tradesSince(alone.positionText(alone.head() + 1), A))
                .readsAll();
        assertThat(there.outlet.take(Gap.class)).extracting(Gap::reason).containsExactly(Resumption.BAD_POSITION);
    }

    @Test
    void what_waits_for_one_client_is_bounded() {
        Fixture.Client client = behind.connect().says(tradesSince("epoch:" + 1_000_000_000L, A));
        for (int i = 0; i < WaitingRoom.MOST_WISHES; i++) {
            client.says(new ClientMessage.Ping("p" + i, i)).readsAll();
        }
        assertThat(client.outlet.take(Pong.class)).hasSize(WaitingRoom.MOST_WISHES);
    }

    @Test
    void a_poll_waits_and_is_answered_once_the_hub_is_there() {
        MarketEvent first = market.trade(A, "10.10");
        ahead.publish(first);
        String since = ahead.positionText(ahead.head());
        Fixture.Poller poller = behind.new Poller();
        poller.polls(null, Duration.ofSeconds(20), tradesSince(since, A));
        assertThat(poller.answers).isEmpty();
        behind.publish(first);
        assertThat(poller.answers).isEmpty();
        behind.publish(market.trade(A, "10.20"));
        assertThat(types(poller.said())).containsExactly(Trade.class);
    }

    @Test
    void a_poll_that_goes_on_at_another_hub_is_not_answered_with_what_its_client_has() {
        Fixture.Poller there = ahead.new Poller();
        there.polls(null, Duration.ZERO, quotes(A));
        ahead.connect(quotes(A)).readsAll();
        behind.connect(quotes(A)).readsAll();
        behind.connect(quotes(A)).readsAll();

        Fixture.Poller here = behind.new Poller();
        here.polls(there.answer().session(), Duration.ofSeconds(20), quotesSince(there.next(), A));
        assertThat(here.answers).isEmpty();
        behind.publish(market.quote(A, "12.00"));
        assertThat(types(here.said())).containsExactly(Quote.class);
    }

    @Test
    void a_position_tells_another_hub_when_something_was_left_out() {
        Market large = Market.withSymbols(60);
        Fixture one = Fixture.shared(large, Fixture.small(10, 1_000, 1_000));
        Fixture other = Fixture.shared(large, Fixture.small(10, 1_000, 1_000));
        HubState state = one.core.capture();
        one.core.restore("epoch", state);
        other.core.restore("epoch", state);
        Symbol[] all = large.symbols().toArray(Symbol[]::new);

        // A frame has no room for all of it.
        Fixture.Client client = one.connect(quotes(all));
        String cut = client.outlet.position().toString();
        assertThat(client.outlet.take(Snapshot.class)).hasSizeBetween(1, 59);
        client.readsAll();
        assertThat(client.outlet.take(Snapshot.class)).isNotEmpty();
        String whole = client.outlet.position().toString();

        assertThat(valuesGivenBy(other, cut, all)).isEqualTo(60);
        assertThat(valuesGivenBy(other, whole, all)).isZero();
    }

    /** To a client that was told this position. */
    private static int valuesGivenBy(Fixture hub, String since, Symbol... symbols) {
        RecordingOutlet outlet = new RecordingOutlet();
        Connection connection = new Connection(
                Encoding.JSON, List.of(quotesSince(since, symbols)), Principal.local(), Carrier.EVENT_STREAM);
        Session session = hub.core.connect("of" + since, connection, outlet, new Intake());
        hub.core.turn();
        while (session.inFlight() != null) {
            hub.core.drained(session);
            hub.core.turn();
        }
        return outlet.take(Quote.class).size();
    }

    @Test
    void a_poll_that_was_given_up_takes_no_place_when_the_hub_is_there() {
        MarketEvent first = market.trade(A, "10.10");
        ahead.publish(first);
        Fixture.Poller poller = behind.new Poller();
        poller.polls(null, Duration.ofSeconds(20), tradesSince(ahead.positionText(ahead.head()), A));
        poller.goesAway();
        behind.publish(first);
        behind.pass(Duration.ofSeconds(3));
        assertThat(poller.answers).isEmpty();
        assertThat(behind.core.members().size()).isZero();
    }

    @Test
    void who_waits_is_turned_away_when_the_hub_serves_nobody_any_more() {
        Fixture.Poller poller = behind.new Poller();
        poller.polls(null, Duration.ofSeconds(20), tradesSince("epoch:" + 1_000_000_000L, A));
        behind.core.serving(false);
        behind.core.turn();
        assertThat(types(poller.said())).containsExactly(Failure.class);
    }

    @Test
    void a_hub_that_serves_nobody_sends_everybody_away_and_turns_whoever_comes_away_as_overloaded() {
        Fixture.Client client = behind.connect(trades(A)).readsAll();
        behind.core.serving(false);
        assertThat(client.outlet.ended()).isEqualTo(End.GOING_AWAY);
        assertThat(behind.connect().outlet.ended()).isEqualTo(End.OVERLOADED);
        behind.core.serving(true);
        assertThat(behind.connect().outlet.ended()).isNull();
    }

    @Test
    void a_hub_that_becomes_another_sends_everybody_away_and_cannot_go_on_from_before() {
        Fixture.Client client = behind.connect(trades(A)).readsAll();
        String since = client.outlet.position().toString();
        ahead.publish(market.trade(A, "10.10"));
        behind.core.restore("epoch", ahead.core.capture());
        assertThat(client.outlet.ended()).isEqualTo(End.GOING_AWAY);
        Fixture.Client again = behind.connect(tradesSince(since, A)).readsAll();
        assertThat(again.outlet.take(Gap.class)).extracting(Gap::reason).containsExactly(Resumption.NOT_RETAINED);
        behind.core.restore("another", ahead.core.capture());
        Fixture.Client later = behind.connect(tradesSince(since, A)).readsAll();
        assertThat(later.outlet.take(Gap.class)).extracting(Gap::reason).containsExactly(Resumption.NEW_EPOCH);
    }
}
