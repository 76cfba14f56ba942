package dev.liveticker.server.alert;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which connections belong to which user, and what each was told. For one thread. */
final class Listeners {

    private final Map<String, Listener> sessions = new HashMap<>();
    private final Map<String, Map<String, Listener>> users = new HashMap<>();

    /** One connection. */
    static final class Listener {
        private final String session;
        private final String user;
        private long toldUpTo;

        Listener(String session, String user) {
            this.session = session;
            this.user = user;
        }

        String session() {
            return session;
        }

        /** The ordinal of the newest notification it was told. */
        long toldUpTo() {
            return toldUpTo;
        }

        void told(long ordinal) {
            toldUpTo = ordinal;
        }
    }

    /** A connection is a user's; false if it was already. */
    boolean join(String session, String user) {
        Listener there = sessions.get(session);
        if (there != null && there.user.equals(user)) {
            return false;
        }
        leave(session);
        Listener listener = new Listener(session, user);
        sessions.put(session, listener);
        users.computeIfAbsent(user, key -> new LinkedHashMap<>()).put(session, listener);
        return true;
    }

    /** Nobody is there any more. */
    void clear() {
        sessions.clear();
        users.clear();
    }

    void leave(String session) {
        Listener gone = sessions.remove(session);
        Map<String, Listener> own = gone == null ? null : users.get(gone.user);
        if (gone != null && own != null) {
            own.remove(session);
            if (own.isEmpty()) {
                users.remove(gone.user);
            }
        }
    }

    @Nullable
    Listener get(String session) {
        return sessions.get(session);
    }

    Collection<Listener> of(String user) {
        return users.getOrDefault(user, Map.of()).values();
    }
}
