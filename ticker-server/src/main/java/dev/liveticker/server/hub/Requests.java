package dev.liveticker.server.hub;

import dev.liveticker.message.Authenticated;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Failure;
import dev.liveticker.message.Pong;
import dev.liveticker.model.MicroTime;
import dev.liveticker.server.access.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Does what clients ask for, and answers. */
final class Requests {

    static final String NOT_SUPPORTED = "not_supported";
    static final String UNKNOWN_TYPE = "unknown_type";

    private final Board board;
    private final Delivery delivery;
    private final Users users;
    private final Permissions permissions;

    Requests(Board board, Delivery delivery, Users users) {
        this.board = board;
        this.delivery = delivery;
        this.users = users;
        this.permissions = new Permissions(board);
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
        say(session, subscribe(session, request, resumption(session, request.since())));
    }

    /** Subscribes to what the client may see. */
    Subscriptions.Outcome subscribe(Session session, ClientMessage.Subscribe request, Resumption from) {
        Permissions.Allowed allowed = permissions.allowed(session.principal(), request);
        return allowed.complete(session.subscriptions().subscribe(allowed.request(), from, session.everyProgress()));
    }

    /** A session goes on with what its user may do now. */
    void identify(Session session, Principal principal) {
        if (!session.principal().equals(principal)) {
            session.identify(principal);
            permissions.narrow(session).forEach(session::say);
        }
    }

    /** Answers a client that said who it is; what came of it. */
    Login login(Session session, Login login) {
        return switch (login) {
            case Login.Proven(String id, Principal principal) -> {
                String user = principal.user();
                if (user == null || !session.principal().isSameUser(principal)) {
                    yield failed(
                            session,
                            new Login.Failed(
                                    id, Permissions.NOT_ALLOWED, "a connection stays with the user it began with"));
                }
                session.say(new Authenticated(id, user, micros(principal.expiry())));
                identify(session, principal);
                yield login;
            }
            case Login.Failed failed -> failed(session, failed);
        };
    }

    private static Login failed(Session session, Login.Failed why) {
        session.say(new Failure(why.code(), why.why(), why.id(), null));
        return why;
    }

    private static @Nullable Long micros(@Nullable Instant time) {
        return time == null ? null : MicroTime.of(time);
    }

    /** Says what became of a subscription. */
    void say(Session session, Subscriptions.Outcome outcome) {
        session.say(outcome.answer());
        outcome.gaps().forEach(session::say);
    }

    /** Where a client's stream begins that is to go on from here. */
    Resumption resumption(Session session, @Nullable String since) {
        boolean counted = session.carrier() == Carrier.WEBSOCKET;
        return Resumption.of(since, counted, board.numbering(), board.retained());
    }

    private static void notSupported(Session session, @Nullable String id) {
        session.say(new Failure(NOT_SUPPORTED, "this server does not offer it", id, null));
    }
}
