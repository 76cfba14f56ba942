package dev.liveticker.server.hub;

import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Failure;
import dev.liveticker.message.Pong;
import org.jspecify.annotations.Nullable;

/** Does what clients ask for, and answers. */
final class Requests {

    static final String NOT_SUPPORTED = "not_supported";
    static final String UNKNOWN_TYPE = "unknown_type";

    private final Board board;
    private final Delivery delivery;
    private final Users users;

    Requests(Board board, Delivery delivery, Users users) {
        this.board = board;
        this.delivery = delivery;
        this.users = users;
    }

    void handle(Session session, ClientMessage request) {
        switch (request) {
            case ClientMessage.Subscribe subscribe -> subscribe(session, subscribe);
            case ClientMessage.Unsubscribe unsubscribe ->
                session.say(session.subscriptions().unsubscribe(unsubscribe));
            case ClientMessage.Ping ping -> session.say(new Pong(ping.id(), delivery.micros(), ping.clientTime()));
            case ClientMessage.Authenticate authenticate -> notSupported(session, authenticate.id());
            case ClientMessage.Personal personal -> users.asked(session, personal);
            case ClientMessage.Unrecognized other ->
                session.say(new Failure(UNKNOWN_TYPE, "the server knows no message of this type", other.id(), null));
        }
    }

    /** Subscribes and says what became of it. */
    void subscribe(Session session, ClientMessage.Subscribe request) {
        say(session, session.subscriptions().subscribe(request, resumption(request.since())));
    }

    /** Says what became of a subscription. */
    void say(Session session, Subscriptions.Outcome outcome) {
        session.say(outcome.answer());
        if (outcome.gap() != null) {
            session.say(outcome.gap());
        }
    }

    /** Where a stream begins that is to go on from here. */
    Resumption resumption(@Nullable String since) {
        return Resumption.of(since, board.numbering(), board.retained());
    }

    private static void notSupported(Session session, @Nullable String id) {
        session.say(new Failure(NOT_SUPPORTED, "this server does not offer it", id, null));
    }
}
