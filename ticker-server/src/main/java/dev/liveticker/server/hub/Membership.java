package dev.liveticker.server.hub;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who has a place. Changed by the hub's thread alone, which is its one guard; looked up by any. Polling clients that
 * are away between two polls keep their place for a while but give it up, the longest away first, when it is needed.
 */
final class Membership {

    private final int capacity;
    private final Consumer<Session> farewell;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Set<Session> away = new LinkedHashSet<>();
    private final AtomicInteger present = new AtomicInteger();

    /** @param farewell told of whoever leaves */
    Membership(int capacity, Consumer<Session> farewell) {
        this.capacity = capacity;
        this.farewell = farewell;
    }

    /** The session with this id, if there is one. */
    @Nullable
    Session get(String id) {
        return sessions.get(id);
    }

    /** Whether one more is too many, whoever gives up a place. */
    boolean full() {
        return present.get() >= capacity;
    }

    /** Who must leave for one more to come in; absent if nobody has to. */
    @Nullable
    Session tooMany() {
        return sessions.size() >= capacity && !away.isEmpty() ? away.iterator().next() : null;
    }

    void join(Session session) {
        sessions.put(session.id(), session);
        present.incrementAndGet();
    }

    void away(Session session) {
        if (away.add(session)) {
            present.decrementAndGet();
        }
    }

    void back(Session session) {
        if (away.remove(session)) {
            present.incrementAndGet();
        }
    }

    void leave(Session session) {
        if (sessions.remove(session.id(), session)) {
            if (!away.remove(session)) {
                present.decrementAndGet();
            }
            farewell.accept(session);
        }
    }

    /** How many are there, those away not included. */
    int present() {
        return present.get();
    }

    /** How many have a place, those away included. */
    int size() {
        return sessions.size();
    }

    List<Session> all() {
        return new ArrayList<>(sessions.values());
    }
}
