package dev.liveticker.server.hub;

import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.End;
import dev.liveticker.message.Failure;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Symbol;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The fan-out itself, without a thread of its own: one thread calls it, one call at a time, and {@link #turn} after
 * each few calls and when it is due. Time is what it is told, in nanoseconds that begin anywhere but do not overflow.
 */
final class HubCore {

    private final Board board;
    private final LongSupplier nanos;
    private final Alarms alarms = new Alarms();
    private final Membership members;
    private final Delivery delivery;
    private final Requests requests;
    private final Users users;
    private final PollDesk polls;
    private final Expiries expiries;
    private final Newcomers newcomers;
    private final Eviction eviction;
    private final HubFigures figures = new HubFigures();
    private final LatencySample sample;
    private final ConnectionLog connections;
    private final Lateness lateness;
    private final WaitingRoom waiting;
    private final List<Runnable> drained = new ArrayList<>();
    private boolean draining;
    private boolean serving = true;

    /**
     * @param market the market's clock, for the times in messages
     * @param wall the clock on the wall, which permissions run out by
     * @param nanos for waiting
     */
    HubCore(HubSettings settings, Board board, InstantSource market, InstantSource wall, LongSupplier nanos) {
        this.board = board;
        this.nanos = nanos;
        this.users = new Users(this::end);
        this.members = new Membership(settings.maxSubscribers(), users::left);
        this.sample = new LatencySample(figures.latency(), nanos);
        this.connections = new ConnectionLog(nanos);
        this.lateness = new Lateness(market, figures);
        this.delivery =
                new Delivery(settings, board.numbering(), members, alarms, market, nanos, figures, sample, connections);
        this.requests = new Requests(board, delivery, users);
        this.polls = new PollDesk(board, members, delivery, requests);
        this.expiries = new Expiries(members, alarms, wall, nanos);
        this.newcomers = new Newcomers(settings, board, members, delivery, alarms, expiries, nanos);
        this.eviction = new Eviction(settings.writeDeadline());
        this.waiting = new WaitingRoom(board.numbering(), settings.maxSubscribers(), alarms, nanos);
    }

    Users users() {
        return users;
    }

    /**
     * Says something to whoever of them is still there. One that cannot be told is dropped, and the others are told.
     */
    void tell(List<Letter> letters) {
        for (Letter letter : letters) {
            Session session = members.get(letter.session());
            if (session != null) {
                delivery.guarded(session, () -> tell(session, letter.message()));
            }
        }
    }

    HubFigures figures() {
        return figures;
    }

    ConnectionLog connections() {
        return connections;
    }

    Census census() {
        return Census.of(members.all());
    }

    /**
     * The next batch was published at this time, in the core's nanoseconds; to be called before it is taken in.
     *
     * @param batch in order
     */
    void coming(List<MarketEvent> batch, long at) {
        figures.published(batch);
        lateness.look(batch, at);
        sample.publishing(at);
    }

    /** The batch is taken in: what is told from now on was not published now. */
    void came() {
        sample.publishing(0);
    }

    Presence presence() {
        return Users.presence(members, board);
    }

    Membership members() {
        return members;
    }

    void publish(List<MarketEvent> events) {
        if (!draining) {
            board.publish(events);
            waiting.look();
        }
    }

    /** The same, but some trades get lost on the way to everybody. */
    void publishLosing(List<MarketEvent> events, Predicate<Trade> lost) {
        if (!draining) {
            board.publishLosing(events, lost);
            waiting.look();
        }
    }

    /** What this hub knows, which another can go on from. */
    HubState capture() {
        return board.capture();
    }

    /** The newest whole quotes. */
    Map<Symbol, Quote> quotes() {
        Map<Symbol, Quote> quotes = new LinkedHashMap<>();
        for (SymbolSlot slot : board.slots()) {
            Quote whole = slot.quote().whole();
            if (whole != null) {
                quotes.put(slot.symbol(), whole);
            }
        }
        return quotes;
    }

    /** Goes on from what another hub knew. Whoever is there is sent away, to come again. */
    void restore(String epoch, HubState state) {
        endAll();
        board.restore(epoch, state);
        waiting.clear();
    }

    /** Whether anybody is let in. Whoever is there is sent away where not. */
    void serving(boolean open) {
        serving = open;
        if (!open) {
            waiting.clear();
            endAll();
        }
    }

    /**
     * Does something for a client that comes with these subscriptions, once the hub is as far as it is.
     *
     * @param client whoever it is, as a key
     */
    void caughtUp(Object client, List<ClientMessage.Subscribe> subscriptions, Runnable action) {
        if (draining || !serving) {
            action.run();
            return;
        }
        String ahead = null;
        for (ClientMessage.Subscribe subscribe : subscriptions) {
            if (Resumption.ahead(subscribe.since(), board.numbering()) > 0) {
                ahead = subscribe.since();
            }
        }
        waiting.perform(client, ahead, action);
    }

    /**
     * Gives a connection its place, or ends its outlet.
     *
     * @param intake what its client says goes through, beside the stream too
     */
    @Nullable
    Session connect(String id, Connection connection, Outlet outlet, Intake intake) {
        if (draining || !serving || !makeRoom()) {
            End why = draining ? End.GOING_AWAY : End.OVERLOADED;
            figures.refused(why);
            connections.refused(id, connection.carrier(), why, connection.address());
            delivery.end(outlet, why);
            return null;
        }
        connections.opened(
                id, connection.carrier(), connection.encoding(), connection.principal(), connection.address());
        Session session =
                newcomers.seat(id, connection.carrier(), outlet, connection.encoding(), connection.principal(), intake);
        session.sending(null, nanos.getAsLong());
        session.beat(nanos.getAsLong());
        newcomers.welcome(session);
        for (ClientMessage.Subscribe subscribe : connection.subscriptions()) {
            requests.subscribe(session, subscribe);
        }
        users.joined(session);
        return session;
    }

    /** Takes a poll, which is answered once. */
    void poll(PendingPoll poll) {
        caughtUp(poll, poll.request().subscriptions(), () -> take(poll));
    }

    private void take(PendingPoll poll) {
        long now = nanos.getAsLong();
        Session known = polls.known(poll.request());
        if (poll.cancelled()) {
            return;
        }
        if (draining || !serving) {
            turnAway(poll, draining ? End.GOING_AWAY : End.OVERLOADED);
        } else if (known != null) {
            polls.resume(known, poll, now);
        } else if (!makeRoom()) {
            turnAway(poll, End.OVERLOADED);
        } else {
            PollRequest request = poll.request();
            connections.opened(poll.id(), Carrier.POLLING, request.encoding(), request.principal(), request.address());
            Session session = newcomers.seat(
                    poll.id(),
                    Carrier.POLLING,
                    poll,
                    poll.request().encoding(),
                    poll.request().principal(),
                    new Intake());
            if (poll.request().subscriptions().stream().allMatch(subscribe -> subscribe.since() == null)) {
                newcomers.welcome(session);
            }
            polls.begin(session, poll, now);
            users.joined(session);
        }
    }

    private void turnAway(PendingPoll poll, End why) {
        figures.refused(why);
        connections.refused(poll.id(), Carrier.POLLING, why, poll.request().address());
        polls.refuse(poll, why);
    }

    /** Answers a poll whose session ended before there was something to say. */
    void refuse(PendingPoll poll, End why) {
        polls.refuse(poll, why);
    }

    /** Has a place for one more, if need be that of one who seems dead; false if there is none. */
    boolean makeRoom() {
        if (members.full()) {
            Session dead = eviction.choose(members, nanos.getAsLong(), delivery.excusedUntil());
            if (dead == null) {
                return false;
            }
            delivery.end(dead, End.TOO_SLOW);
        }
        Session leaving = members.tooMany();
        if (leaving != null) {
            delivery.leave(leaving, Parting.FORGOTTEN);
        }
        return true;
    }

    void receive(Session session, List<ClientMessage> messages) {
        for (ClientMessage message : messages) {
            String since = message instanceof ClientMessage.Subscribe subscribe ? subscribe.since() : null;
            waiting.perform(session, since, () -> {
                if (!session.gone() && session.ending() == null) {
                    requests.handle(session, message);
                }
            });
        }
    }

    /** A client said who it is, and its transport what that was worth. */
    void login(Session session, Login login) {
        waiting.perform(session, null, () -> {
            if (!session.gone() && session.ending() == null) {
                switch (requests.login(session, login)) {
                    case Login.Proven proven ->
                        connections.loggedIn(session.id(), session.carrier(), proven.principal());
                    case Login.Failed failed -> connections.loginFailed(session.id(), session.carrier(), failed.code());
                }
                expiries.watch(session);
            }
        });
    }

    /** Tells the client something that is no market data. */
    void tell(Session session, ServerMessage message) {
        if (!session.gone() && session.ending() == null) {
            session.say(message);
        }
    }

    /** Tells the client what was wrong with what it sent, then ends the connection. */
    void malformed(Session session, String why) {
        dismiss(session, new Failure("malformed", why, null, null), End.MALFORMED);
    }

    /** Tells the client a last thing, then ends the connection. */
    void dismiss(Session session, ServerMessage lastWord, End end) {
        if (!session.gone() && session.ending() == null) {
            session.say(lastWord);
            session.endAfter(end, false);
        }
    }

    void drained(Session session) {
        if (session.inFlight() != null) {
            delivery.drained(session);
        }
    }

    /** The client went. */
    void disconnected(Session session) {
        disconnected(session, Parting.LEFT);
    }

    void disconnected(Session session, Parting why) {
        if (!session.gone()) {
            delivery.leave(session, why);
        }
    }

    /** Ends the session at once. */
    void end(Session session, End end) {
        if (!session.gone()) {
            delivery.end(session, end);
        }
    }

    /**
     * Whoever is there is sent what waits and then goes; nobody comes in any more, and nothing happens any more.
     *
     * @param whenEmpty called once everybody is gone
     */
    void drain(Runnable whenEmpty) {
        draining = true;
        drained.add(whenEmpty);
        waiting.clear();
        long now = nanos.getAsLong();
        for (Session session : members.all()) {
            if (session.polling()) {
                session.waitUntil(now);
                delivery.serve(session, now);
                end(session, End.GOING_AWAY);
            } else if (session.ending() == null) {
                session.endAfter(End.GOING_AWAY, true);
                delivery.wake(session);
            }
        }
    }

    /** Calls nobody too slow for so long: it is the server that keeps back what they wait for. */
    void excuse(Duration howLong) {
        delivery.excuse(nanos.getAsLong() + howLong.toNanos());
        // An excuse that is taken back brings deadlines nearer.
        members.all().forEach(delivery::schedule);
    }

    /** Ends whoever is left. */
    void endAll() {
        members.all().forEach(session -> end(session, End.GOING_AWAY));
    }

    /**
     * Does what is due.
     *
     * @return when the next turn is due at the latest, unless something is called before
     */
    long turn() {
        alarms.ring(nanos.getAsLong());
        delivery.pass();
        if (draining && members.size() == 0) {
            drained.forEach(Runnable::run);
            drained.clear();
        }
        return Math.min(alarms.next(), delivery.next());
    }

    /** How many alarms are set. */
    int alarms() {
        return alarms.size();
    }
}
