package dev.liveticker.server.hub;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.Bar;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.history.MarketHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A hub whose time stands still unless it is moved, and that does everything in the test's own thread. */
final class Fixture {

    static final Instant NOW = Instant.parse("2026-01-02T03:04:05.123456Z");

    final Market market;
    final HubSettings settings;
    final Board board;
    final HubCore core;
    private String name = "";
    private long nanos = 1_000;
    private int sessions;

    Fixture(Market market, HubSettings settings) {
        this(market, settings, symbol -> List.of());
    }

    Fixture(Market market, HubSettings settings, Function<Symbol, List<Bar>> history) {
        this(
                market,
                settings,
                new Board(market.instruments(), market.opening(), history, settings.retainedMessages(), new Random()));
    }

    private Fixture(Market market, HubSettings settings, Board board) {
        this.market = market;
        this.settings = settings;
        this.board = board;
        this.core = new HubCore(settings, board, () -> NOW, InstantSource.system(), () -> nanos);
    }

    /** One of several that follow the same log; each has to be given the same epoch. */
    static Fixture shared(Market market, HubSettings settings) {
        Fixture shared = new Fixture(
                market,
                settings,
                new Board(
                        market.instruments(),
                        market.opening(),
                        MarketHistory.after(market.instruments(), symbol -> List.of()),
                        settings.retainedMessages(),
                        new Numbering(new Random(), HubNode.of("00000000").stride())));
        shared.name = "of" + System.identityHashCode(shared);
        return shared;
    }

    /** With room for everything. */
    static Fixture of(Symbol... symbols) {
        return new Fixture(new Market(symbols), HubSettings.defaults("test", true));
    }

    /** As {@link HubSettings#defaults}, but small. */
    static HubSettings small(int ring, int frameBytes, int retained) {
        return new HubSettings(
                "test",
                true,
                "TEST",
                Duration.ofSeconds(5),
                1_000,
                1_000,
                ring,
                Math.max(8 * frameBytes, 8_000),
                frameBytes,
                Duration.ofSeconds(10),
                retained,
                Duration.ofMinutes(2));
    }

    /** A client of the hub. */
    final class Client {
        final RecordingOutlet outlet = new RecordingOutlet();
        final Session session;

        Client(ClientMessage.Subscribe... subscriptions) {
            session = core.connect(
                    "session" + sessions++,
                    new Connection(Encoding.JSON, List.of(subscriptions), Principal.local()),
                    outlet,
                    new Intake());
            core.turn();
        }

        /** Says something. */
        Client says(ClientMessage... messages) {
            core.receive(Objects.requireNonNull(session), Arrays.asList(messages));
            core.turn();
            return this;
        }

        /** Reads the frame on its way. */
        Client reads() {
            core.drained(Objects.requireNonNull(session));
            core.turn();
            return this;
        }

        /** Reads until no frame is on its way. */
        Client readsAll() {
            while (session != null && session.inFlight() != null) {
                reads();
            }
            return this;
        }
    }

    /** A client that polls, one poll after the other. */
    final class Poller {
        final List<PollAnswer> answers = new ArrayList<>();
        private @Nullable PendingPoll pending;

        /** Begins a poll, in place of the one before if that was not answered. */
        Poller polls(@Nullable String session, Duration patience, ClientMessage.Subscribe... subscriptions) {
            return polls(poll(Encoding.JSON, session, List.of(subscriptions), patience, Principal.local()));
        }

        Poller polls(PollRequest request) {
            pending = new PendingPoll(core, name + "poll" + sessions++, request, answers::add);
            pending.take();
            core.turn();
            return this;
        }

        /** Begins a poll that goes on from where its client is with what the session has. */
        Poller goesOn(Duration patience) {
            return goesOnFrom(answer(), patience);
        }

        /** As {@link #goesOn}, where what was answered after that got lost. */
        Poller goesOnFrom(PollAnswer arrived, Duration patience) {
            String since = arrived.frame().position().toString();
            return polls(new PollRequest(
                    Encoding.JSON, arrived.session(), since, List.of(), patience, Principal.local(), null));
        }

        /** Goes away without waiting for the answer. */
        void goesAway() {
            Objects.requireNonNull(pending).cancel();
            core.turn();
        }

        PollAnswer answer() {
            return answers.getLast();
        }

        List<ServerMessage> said() {
            return RecordingOutlet.decode(answer().frame(), Encoding.JSON);
        }

        String next() {
            return answer().frame().position().toString();
        }
    }

    Client connect(ClientMessage.Subscribe... subscriptions) {
        return new Client(subscriptions);
    }

    void publish(MarketEvent... events) {
        core.publish(List.of(events));
        core.turn();
    }

    /** Lets time pass in one go. */
    void pass(Duration time) {
        nanos += time.toNanos();
        core.turn();
    }

    long head() {
        return board.numbering().head();
    }

    String positionText(long seq) {
        return board.numbering().epoch() + ":" + seq;
    }

    /** A poll from an unknown place, that says where it goes on with its subscriptions. */
    static PollRequest poll(
            Encoding encoding,
            @Nullable String session,
            List<ClientMessage.Subscribe> subscriptions,
            Duration patience,
            Principal principal) {
        String since = subscriptions.stream()
                .map(ClientMessage.Subscribe::since)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new PollRequest(encoding, session, since, subscriptions, patience, principal, null);
    }

    static ClientMessage.Subscribe quotes(Symbol... symbols) {
        return subscribe(Channel.QUOTES, null, null, symbols);
    }

    static ClientMessage.Subscribe quotesSince(@Nullable String since, Symbol... symbols) {
        return subscribe(Channel.QUOTES, null, since, symbols);
    }

    static ClientMessage.Subscribe quotesAtRate(double rate, Symbol... symbols) {
        return subscribe(Channel.QUOTES, rate, null, symbols);
    }

    static ClientMessage.Subscribe trades(Symbol... symbols) {
        return subscribe(Channel.TRADES, null, null, symbols);
    }

    static ClientMessage.Subscribe tradesSince(@Nullable String since, Symbol... symbols) {
        return subscribe(Channel.TRADES, null, since, symbols);
    }

    static ClientMessage.Subscribe bars(Interval interval, Symbol... symbols) {
        return barsSince(null, interval, symbols);
    }

    static ClientMessage.Subscribe barsSince(@Nullable String since, Interval interval, Symbol... symbols) {
        return new ClientMessage.Subscribe(null, Channel.BARS, texts(symbols), interval, null, since);
    }

    static ClientMessage.Subscribe subscribe(
            Channel channel, @Nullable Double rate, @Nullable String since, Symbol... symbols) {
        return new ClientMessage.Subscribe(null, channel, texts(symbols), null, rate, since);
    }

    private static List<String> texts(Symbol... symbols) {
        return Arrays.stream(symbols).map(Symbol::text).toList();
    }
}
