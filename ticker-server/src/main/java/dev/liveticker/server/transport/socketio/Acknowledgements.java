package dev.liveticker.server.transport.socketio;

import dev.liveticker.message.Acknowledged;
import dev.liveticker.message.AlertRemoved;
import dev.liveticker.message.AlertSet;
import dev.liveticker.message.Alerts;
import dev.liveticker.message.Authenticated;
import dev.liveticker.message.Failure;
import dev.liveticker.message.Gap;
import dev.liveticker.message.Heartbeat;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Notification;
import dev.liveticker.message.Pong;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Welcome;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the hub says to one client alone, as Socket.IO's acknowledgements where the client waits for one, and as events
 * where not. Remembers who waits for what.
 */
final class Acknowledgements {

    private static final String ERROR = "error";

    private final Consumer<String> say;
    private final Map<String, Pending> pending = new HashMap<>();
    private long asked;

    /**
     * A request without its answer.
     *
     * @param ack the number the client waits under; absent if it does not
     * @param outcome of a request about rooms
     */
    private record Pending(@Nullable Long ack, Rooms.@Nullable Outcome outcome) {}

    /** What the acknowledgement of a request about rooms says. */
    private record RoomsChanged(List<String> accepted, List<Subscribed.Rejection> rejected) {}

    /** @param say takes packets */
    Acknowledgements(Consumer<String> say) {
        this.say = say;
    }

    /** How many requests wait for their answers. */
    int pending() {
        return pending.size();
    }

    /** Forgets who waits. */
    void clear() {
        pending.clear();
    }

    /** A request was too much: it is not passed on. */
    void unheard(String request) {
        Pending dropped = pending.remove(request);
        if (dropped != null && dropped.ack() != null) {
            fail(dropped.ack(), "rate_limited", "too many symbols in too short a time");
        }
    }

    /** A request about rooms; how it is called towards the hub. */
    String rooms(@Nullable Long ack, List<String> symbols) {
        return remember(new Pending(ack, new Rooms.Outcome(symbols)));
    }

    /** A token that is shown; how it is called towards the hub. */
    String login(@Nullable Long ack) {
        return remember(new Pending(ack, null));
    }

    private String remember(Pending request) {
        String id = "r" + asked++;
        pending.put(id, request);
        return id;
    }

    /** A notification is acknowledged, which has a name already. */
    void acknowledge(@Nullable Long ack, String notification) {
        if (ack != null) {
            pending.put(named(notification), new Pending(ack, null));
        }
    }

    private static String named(String notification) {
        return "n" + notification;
    }

    static Map<String, Object> error(String code, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", message);
        return error;
    }

    /** Says that a request cannot be. */
    void fail(@Nullable Long ack, String code, String message) {
        fail(ack, error(code, message));
    }

    private void fail(@Nullable Long ack, Map<String, ?> error) {
        say.accept(ack == null ? SocketText.event(ERROR, error) : SocketText.ack(ack, Map.of(ERROR, error)));
    }

    /**
     * Says what is no event of the market.
     *
     * @param json the message, written
     */
    void tell(ServerMessage message, byte[] json) {
        switch (message) {
            case Subscribed subscribed -> rooms(subscribed);
            case Authenticated proven -> authenticated(proven);
            case Acknowledged acknowledged -> acknowledged(acknowledged);
            case Failure failure -> failed(failure);
            case Notification _ -> say.accept(SocketText.event("notification", json));
            case Gap _ -> say.accept(SocketText.event("gap", json));
            case Welcome _,
                    MarketEvent _,
                    Snapshot _,
                    Heartbeat _,
                    Pong _,
                    Alerts _,
                    AlertSet _,
                    AlertRemoved _,
                    ServerMessage.Unrecognized _ -> {
                // Told otherwise, or nothing that these clients ask for.
            }
        }
    }

    private void rooms(Subscribed answer) {
        String id = answer.id();
        Pending request = id == null ? null : pending.get(id);
        Rooms.Outcome outcome = request == null ? null : request.outcome();
        if (request == null || outcome == null) {
            complain(answer.rejected());
        } else if (outcome.take(answer)) {
            pending.remove(id);
            Long ack = request.ack();
            if (ack == null) {
                complain(outcome.rejected());
            } else {
                say.accept(SocketText.ack(ack, new RoomsChanged(outcome.accepted(), outcome.rejected())));
            }
        }
    }

    /** Tells of rooms that nobody waits to hear about. */
    private void complain(List<Subscribed.Rejection> rejected) {
        if (!rejected.isEmpty()) {
            Map<String, Object> error = error("rejected", "some rooms cannot be had");
            error.put("rejected", rejected);
            say.accept(SocketText.event(ERROR, error));
        }
    }

    private void authenticated(Authenticated proven) {
        String id = proven.id();
        Pending request = id == null ? null : pending.remove(id);
        Long ack = request == null ? null : request.ack();
        if (ack != null) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("user", proven.user());
            if (proven.expires() != null) {
                told.put("expires", proven.expires());
            }
            say.accept(SocketText.ack(ack, told));
        }
    }

    private void acknowledged(Acknowledged acknowledged) {
        Pending request = pending.remove(named(acknowledged.id()));
        Long ack = request == null ? null : request.ack();
        if (ack != null) {
            say.accept(SocketText.ack(ack, Map.of("acknowledged", acknowledged.id())));
        }
    }

    private void failed(Failure failure) {
        String id = failure.id();
        Pending request = id == null ? null : pending.remove(id);
        if (request == null && id != null) {
            request = pending.remove(named(id));
        }
        Map<String, Object> error = error(failure.code(), failure.message());
        if (failure.retryAfterMillis() != null) {
            error.put("retryAfterMillis", failure.retryAfterMillis());
        }
        fail(request == null ? null : request.ack(), error);
    }
}
