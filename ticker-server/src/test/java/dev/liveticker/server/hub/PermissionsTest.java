package dev.liveticker.server.hub;

import static dev.liveticker.server.hub.Fixture.quotes;
import static dev.liveticker.server.hub.Fixture.trades;
import static dev.liveticker.server.hub.Market.A;
import static dev.liveticker.server.hub.Market.B;
import static dev.liveticker.server.hub.Market.C;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.Authenticated;
import dev.liveticker.message.ClientMessage.Ping;
import dev.liveticker.message.ClientMessage.Subscribe;
import dev.liveticker.message.End;
import dev.liveticker.message.Failure;
import dev.liveticker.message.Heartbeat;
import dev.liveticker.message.Pong;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Subscribed.Rejection;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Channel;
import dev.liveticker.server.access.AllowedSymbols;
import dev.liveticker.server.access.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a client may see, and for how long. */
class PermissionsTest {

    private static final Instant BEGIN = Instant.parse("2026-01-02T03:04:05Z");

    /** Long after every token here has run out. */
    private static final Instant IN_THE_MARKET = Instant.parse("2031-01-02T03:04:05Z");

    private final Market market = new Market(A, B, C);
    private final HubSettings settings = HubSettings.defaults("test", true);
    private final Board board = new Board(
            market.instruments(), market.opening(), _ -> List.of(), settings.retainedMessages(), new Random());
    private long nanos = 1_000;
    private Instant now = BEGIN;
    private final HubCore core = new HubCore(settings, board, () -> IN_THE_MARKET, () -> now, () -> nanos);
    private final RecordingOutlet outlet = new RecordingOutlet();
    private int sessions;

    private Session connect(Principal principal, Subscribe... subscriptions) {
        return connect(outlet, principal, subscriptions);
    }

    private Session connect(RecordingOutlet outlet, Principal principal, Subscribe... subscriptions) {
        Session session = Objects.requireNonNull(core.connect(
                "s" + sessions++,
                new Connection(Encoding.JSON, List.of(subscriptions), principal),
                outlet,
                new Intake()));
        read(session);
        return session;
    }

    private void read(Session session) {
        core.turn();
        while (session.inFlight() != null) {
            core.drained(session);
            core.turn();
        }
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
        now = now.plus(time);
        core.turn();
    }

    private static Principal user(String name, Set<Channel> channels, @Nullable Instant expiry, String... symbols) {
        return new Principal(name, channels, AllowedSymbols.parse(List.of(symbols)), expiry, false);
    }

    @Test
    void what_a_client_may_not_see_is_rejected_whether_it_is_there_or_not() {
        Session session = connect(user("ana", Set.of(Channel.QUOTES), null, "AAA"));
        assertThat(outlet.take(Welcome.class).getFirst().user()).isEqualTo("ana");
        core.receive(
                session,
                List.of(
                        new Subscribe("1", Channel.QUOTES, List.of("aaa", "BBB", "NOPE", "A B"), null, null, null),
                        new Subscribe("2", Channel.TRADES, List.of("AAA", "*"), null, null, null)));
        read(session);
        List<ServerMessage> said = outlet.take();
        assertThat(said.get(0))
                .isEqualTo(new Subscribed(
                        "1",
                        Channel.QUOTES,
                        null,
                        List.of(A),
                        List.of(
                                new Rejection("A B", "invalid_symbol"),
                                new Rejection("BBB", "not_allowed"),
                                new Rejection("NOPE", "not_allowed")),
                        false));
        assertThat(said.get(1))
                .isEqualTo(new Subscribed(
                        "2",
                        Channel.TRADES,
                        null,
                        List.of(),
                        List.of(new Rejection("AAA", "not_allowed"), new Rejection("*", "not_allowed")),
                        false));
    }

    @Test
    void all_means_all_that_are_allowed() {
        Session session = connect(user("ana", Set.of(Channel.QUOTES), null, "AAA", "C*"));
        outlet.take();
        core.receive(session, List.of(new Subscribe(null, Channel.QUOTES, List.of("*"), null, null, null)));
        read(session);
        List<ServerMessage> said = outlet.take();
        assertThat(said.getFirst())
                .isEqualTo(new Subscribed(null, Channel.QUOTES, null, List.of(A, C), List.of(), false));
        assertThat(said.stream().filter(Snapshot.class::isInstance)).hasSize(2);
    }

    @Test
    void renewing_keeps_the_connection_and_narrowing_takes_effect() {
        Instant later = BEGIN.plusSeconds(3_600);
        Session session = connect(
                user("ana", Set.of(Channel.QUOTES, Channel.TRADES), BEGIN.plusSeconds(5), "*"),
                quotes(A, B),
                trades(A));
        outlet.take();
        core.login(session, new Login.Proven("r", user("ana", Set.of(Channel.QUOTES), later, "AAA")));
        read(session);
        List<ServerMessage> said = outlet.take();
        assertThat(said)
                .containsExactly(
                        new Authenticated("r", "ana", later.getEpochSecond() * 1_000_000),
                        new Subscribed(
                                null,
                                Channel.QUOTES,
                                null,
                                List.of(A),
                                List.of(new Rejection("BBB", "not_allowed")),
                                false),
                        new Subscribed(
                                null,
                                Channel.TRADES,
                                null,
                                List.of(),
                                List.of(new Rejection("AAA", "not_allowed")),
                                false));
        pass(Duration.ofSeconds(6));
        assertThat(outlet.ended()).isNull();
        core.publish(List.of(market.quote(A, "11"), market.quote(B, "11"), market.trade(A, "11")));
        pass(Duration.ofSeconds(1));
        read(session);
        assertThat(outlet.take(Quote.class)).extracting(Quote::symbol).containsOnly(A);
    }

    @Test
    void a_connection_stays_with_its_user() {
        Session session = connect(user("ana", Set.of(Channel.QUOTES), null, "AAA"));
        outlet.take();
        core.login(session, new Login.Proven("r", user("eve", Set.of(Channel.QUOTES), null, "*")));
        read(session);
        assertThat(outlet.take(Failure.class)).extracting(Failure::code).containsExactly("not_allowed");
        assertThat(session.principal().user()).isEqualTo("ana");
    }

    @Test
    void a_connection_ends_with_its_token_and_is_told_why() {
        Session session = connect(user("ana", Set.of(Channel.QUOTES), BEGIN.plusSeconds(5), "*"), quotes(A));
        Session other = connect(new RecordingOutlet(), Principal.anonymous());
        outlet.take();
        pass(Duration.ofSeconds(4));
        assertThat(outlet.take(Failure.class)).isEmpty();
        pass(Duration.ofSeconds(1));
        read(session);
        assertThat(outlet.take(Failure.class)).extracting(Failure::code).containsExactly("token_expired");
        assertThat(outlet.ended()).isEqualTo(End.UNAUTHENTICATED);
        assertThat(session.gone()).isTrue();
        assertThat(other.gone()).isFalse();
    }

    @Test
    void messages_tell_the_markets_time_but_a_token_lasts_by_the_clock_on_the_wall() {
        long market = IN_THE_MARKET.getEpochSecond() * 1_000_000;
        Session session = connect(user("ana", Set.of(Channel.QUOTES), BEGIN.plusSeconds(60), "*"), quotes(A));
        core.receive(session, List.of(new Ping("p", 1)));
        pass(settings.heartbeat());
        read(session);
        pass(settings.heartbeat());
        read(session);

        List<ServerMessage> said = outlet.take();
        assertThat(said).contains(new Pong("p", market, 1));
        assertThat(said)
                .filteredOn(Welcome.class::isInstance)
                .extracting(message -> ((Welcome) message).time())
                .containsExactly(market);
        assertThat(said)
                .filteredOn(Heartbeat.class::isInstance)
                .isNotEmpty()
                .allMatch(message -> ((Heartbeat) message).time() == market);
        assertThat(outlet.ended()).isNull();
    }

    @Test
    void a_session_goes_on_only_for_the_user_that_began_it() {
        Fixture hub = Fixture.of(A, B);
        Fixture.Poller poller = hub.new Poller().polls(null, Duration.ZERO, quotes(A));
        String session = poller.answer().session();
        List<PollAnswer> stolen = new java.util.ArrayList<>();
        new PendingPoll(
                        hub.core,
                        "fresh",
                        Fixture.poll(
                                Encoding.JSON, session, List.of(), Duration.ZERO, user("eve", Set.of(), null, "*")),
                        stolen::add)
                .take();
        hub.core.turn();
        assertThat(stolen).hasSize(1);
        assertThat(stolen.getFirst().session()).isEqualTo("fresh");
        assertThat(RecordingOutlet.decode(stolen.getFirst().frame(), Encoding.JSON))
                .hasOnlyElementsOfType(Welcome.class);
    }
}
