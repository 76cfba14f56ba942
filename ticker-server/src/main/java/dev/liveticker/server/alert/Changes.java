package dev.liveticker.server.alert;

import dev.liveticker.model.Symbol;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be saved at once. By key, so that it grows no larger than what it describes however long the store fails.
 */
final class Changes {

    private final Map<AlertKey, Optional<OwnedAlert>> alerts = new LinkedHashMap<>();
    private final Map<String, KeptNotification> added = new LinkedHashMap<>();
    private final Set<String> removed = new LinkedHashSet<>();
    private final Map<String, Long> dropped = new LinkedHashMap<>();
    private final Map<Symbol, Reference> references = new LinkedHashMap<>();

    void alert(OwnedAlert alert) {
        alerts.put(alert.key(), Optional.of(alert));
    }

    void alertRemoved(AlertKey key) {
        alerts.put(key, Optional.empty());
    }

    void notification(KeptNotification kept) {
        added.put(kept.notification().id(), kept);
    }

    void notificationRemoved(String id) {
        if (added.remove(id) == null) {
            removed.add(id);
        }
    }

    void dropped(String user, long count) {
        dropped.put(user, count);
    }

    void reference(Symbol symbol, Reference reference) {
        references.put(symbol, reference);
    }

    /** Alerts as they now are; an empty one is gone. */
    Map<AlertKey, Optional<OwnedAlert>> alerts() {
        return Collections.unmodifiableMap(alerts);
    }

    Map<String, KeptNotification> added() {
        return Collections.unmodifiableMap(added);
    }

    /** Ids of notifications that are gone. */
    Set<String> removed() {
        return Collections.unmodifiableSet(removed);
    }

    /** How many notifications of a user were dropped, ever. */
    Map<String, Long> dropped() {
        return Collections.unmodifiableMap(dropped);
    }

    Map<Symbol, Reference> references() {
        return Collections.unmodifiableMap(references);
    }

    /** Whether somebody waits for it to be saved. */
    boolean isUrgent() {
        return !(alerts.isEmpty() && added.isEmpty() && removed.isEmpty() && dropped.isEmpty());
    }

    void clear() {
        alerts.clear();
        added.clear();
        removed.clear();
        dropped.clear();
        references.clear();
    }
}
