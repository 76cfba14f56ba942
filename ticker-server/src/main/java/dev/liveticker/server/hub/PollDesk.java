package dev.liveticker.server.hub;

import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.End;
import dev.liveticker.message.Failure;
import dev.liveticker.message.Position;
import dev.liveticker.message.Subscribed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes polls. A poll that names the session of the one before goes on with it; each confirms by its {@code since} what
 * the last answer brought, or that it got lost; then that is given again.
 */
final class PollDesk {

    private static final long RETRY_MILLIS = 1_000;

    private final Board board;
    private final Membership members;
    private final Delivery delivery;
    private final Requests requests;

    PollDesk(Board board, Membership members, Delivery delivery, Requests requests) {
        this.board = board;
        this.members = members;
        this.delivery = delivery;
        this.requests = requests;
    }

    /** The session a poll goes on with, if it is still there and was begun by the same user. */
    @Nullable
    Session known(PollRequest request) {
        Session session = request.session() == null ? null : members.get(request.session());
        boolean theirs =
                session != null && session.polling() && session.principal().isSameUser(request.principal());
        return theirs ? session : null;
    }

    /** The first poll of a session: with a {@code since} its client is taken to know its symbols. */
    void begin(Session session, PendingPoll poll, long now) {
        PollRequest request = poll.request();
        poll.belongsTo(session);
        session.attach(poll, request.encoding());
        session.waitUntil(now + request.patience().toNanos());
        List<Subscribed> asides = new ArrayList<>();
        for (ClientMessage.Subscribe subscribe : request.subscriptions()) {
            Resumption from = requests.resumption(session, subscribe.since());
            Subscriptions.Outcome outcome = requests.subscribe(session, subscribe, from);
            if (!from.resumed()) {
                requests.say(session, outcome);
            } else {
                session.answers().startFrom(from.since());
                if (!from.complete()) {
                    session.answers().startIncomplete();
                }
                addIfRejected(asides, outcome);
            }
        }
        session.outbox().aside(asides);
        delivery.serve(session, now);
    }

    /** A later poll. */
    void resume(Session session, PendingPoll poll, long now) {
        PollRequest request = poll.request();
        if (session.outlet() != null) {
            // A client has one poll at a time; one that was given up without a word makes place.
            session.waitUntil(now);
            delivery.serve(session, now);
        }
        if (session.gone()) {
            refuse(poll, End.OVERLOADED);
            return;
        }
        poll.belongsTo(session);
        members.back(session);
        session.attach(poll, request.encoding());
        session.waitUntil(now + request.patience().toNanos());
        goOn(session, request);
        requests.identify(session, request.principal());
        List<Subscribed> asides = new ArrayList<>();
        for (ClientMessage.Subscribe subscribe : request.subscriptions()) {
            Subscriptions.Outcome outcome = requests.subscribe(session, subscribe, Resumption.fresh());
            if (outcome.added()) {
                requests.say(session, outcome);
            } else {
                addIfRejected(asides, outcome);
            }
        }
        session.outbox().aside(asides);
        delivery.serve(session, now);
    }

    /** What the session already has goes on from where the client is. */
    private void goOn(Session session, PollRequest request) {
        String since = request.since();
        if (since == null) {
            session.answers().allArrived();
            session.arrived();
            session.outbox().arrived();
            return;
        }
        Optional<Position> place = Position.parse(since)
                .filter(position -> position.epoch().equals(board.numbering().epoch()));
        Answers.Verdict verdict =
                place.isPresent() ? session.answers().pollFrom(place.get().seq()) : Answers.Verdict.ASTRAY;
        switch (verdict) {
            case ARRIVED -> {
                session.arrived();
                session.outbox().arrived();
            }
            case LOST -> {
                session.outbox().undo(session.encoding());
                session.lost();
            }
            case ASTRAY -> restart(session, requests.resumption(session, since));
        }
    }

    private void restart(Session session, Resumption from) {
        if (!from.resumed()) {
            session.answers().startAnew();
        }
        session.arrived();
        session.outbox().arrived();
        session.subscriptions().restart(from, session.progress()).forEach(outcome -> requests.say(session, outcome));
    }

    private static void addIfRejected(List<Subscribed> asides, Subscriptions.Outcome outcome) {
        if (!outcome.answer().rejected().isEmpty()) {
            asides.add(outcome.answer());
        }
    }

    /** Turns a poll away; its client keeps its place in the stream. */
    void refuse(PendingPoll poll, End why) {
        PollRequest request = poll.request();
        Position place = Optional.ofNullable(request.since())
                .flatMap(Position::parse)
                .orElse(new Position(board.numbering().epoch(), 0));
        String code = why.name().toLowerCase(Locale.ROOT);
        EncodedMessage failure = new EncodedMessage(new Failure(code, why.reason(), null, RETRY_MILLIS));
        delivery.send(poll, new Frame(Frame.Kind.MIXED, request.encoding(), List.of(failure), place));
    }
}
