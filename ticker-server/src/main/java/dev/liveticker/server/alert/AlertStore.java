package dev.liveticker.server.alert;

import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Where alerts and unacknowledged notifications are kept. Used by one thread at a time. */
public interface AlertStore extends AutoCloseable {

    /**
     * All that is kept.
     *
     * @param alerts in the order in which they were first set
     * @param notifications by ordinal
     * @param dropped how many notifications of a user were dropped
     */
    record Contents(
            List<OwnedAlert> alerts,
            List<KeptNotification> notifications,
            Map<Symbol, Reference> references,
            Map<String, Long> dropped) {

        static final Contents NOTHING = new Contents(List.of(), List.of(), Map.of(), Map.of());
    }

    /** What was kept by a process before. */
    Contents contents();

    /**
     * Keeps all of it or nothing.
     *
     * @throws IOException if it could not be kept
     */
    void save(Changes changes) throws IOException;

    /** Whether what is kept outlasts the process. */
    boolean durable();

    @Override
    void close();

    /** Keeps nothing beyond the process. */
    static AlertStore inMemory() {
        return inMemory(false);
    }

    /** Keeps nothing itself: others know it too, and it outlasts the process by them. */
    static AlertStore replicated() {
        return inMemory(true);
    }

    private static AlertStore inMemory(boolean outlasts) {
        return new AlertStore() {

            @Override
            public Contents contents() {
                return Contents.NOTHING;
            }

            @Override
            public void save(Changes changes) {
                // All there is to keep is in memory already.
            }

            @Override
            public boolean durable() {
                return outlasts;
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
