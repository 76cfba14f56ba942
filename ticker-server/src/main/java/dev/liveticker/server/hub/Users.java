package dev.liveticker.server.hub;

import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.End;
import dev.liveticker.message.Failure;
import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Which users are there, and the desk that serves them. For the hub's thread only. */
final class Users {

    private static final long RETRY_MILLIS = 1_000;

    private final BiConsumer<Session, End> ender;
    /** The sessions that the desk knows of; as many at most as have a place. */
    private final Set<String> joined = new HashSet<>();

    private @Nullable UserDesk desk;

    /** @param ender ends a session */
    Users(BiConsumer<Session, End> ender) {
        this.ender = ender;
    }

    /** Whoever comes from now on is served by this desk. */
    void serve(UserDesk newDesk) {
        desk = newDesk;
    }

    /** A session began. One that the desk refuses is ended. */
    void joined(Session session) {
        String user = session.principal().user();
        if (desk == null || user == null) {
            return;
        }
        if (desk.joined(session.id(), user)) {
            joined.add(session.id());
        } else {
            ender.accept(session, End.OVERLOADED);
        }
    }

    void left(Session session) {
        if (joined.remove(session.id()) && desk != null) {
            desk.left(session.id());
        }
    }

    void asked(Session session, ClientMessage.Personal request) {
        if (desk == null) {
            refuse(session, request, "not_supported", "this server does not offer it", null);
        } else if (session.principal().user() == null) {
            refuse(session, request, "unauthenticated", "only a user who said who it is can have alerts", null);
        } else if (!desk.asked(session.id(), session.principal(), request)) {
            refuse(session, request, "overloaded", "too much is asked for at the moment", RETRY_MILLIS);
        }
    }

    private static void refuse(
            Session session, ClientMessage request, String code, String why, @Nullable Long retryMillis) {
        session.say(new Failure(code, why, request.id(), retryMillis));
    }

    static Presence presence(Membership members, Board board) {
        Map<Carrier, Integer> connections = new EnumMap<>(Carrier.class);
        Set<String> users = new HashSet<>();
        for (Session session : members.all()) {
            connections.merge(session.carrier(), 1, Integer::sum);
            String user = session.principal().user();
            if (user != null) {
                users.add(user);
            }
        }
        List<Presence.Room> rooms = new ArrayList<>();
        for (SymbolSlot slot : board.slots()) {
            // Status changes come with every channel of a symbol, so whoever has one of them reads along there.
            int subscribers = slot.status().readers().sum(Tap::members);
            if (subscribers > 0) {
                rooms.add(new Presence.Room(slot.symbol(), subscribers));
            }
        }
        rooms.sort(Comparator.comparingInt(Presence.Room::subscribers)
                .reversed()
                .thenComparing(Presence.Room::symbol, Comparator.<Symbol>naturalOrder()));
        return new Presence(connections, users.size(), rooms);
    }
}
