package dev.liveticker.server.alert;

import dev.liveticker.message.Notification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The notifications that wait to be acknowledged, a bounded number for each user. For one thread. */
final class Shelf {

    private final int maxPending;
    private final Map<String, Pending> users = new HashMap<>();
    private final Map<String, Long> dropped = new HashMap<>();
    private long lastOrdinal;

    private static final class Pending {
        private final NavigableMap<Long, Notification> byOrdinal = new TreeMap<>();
        private final Map<String, Long> ordinals = new HashMap<>();
    }

    Shelf(int maxPending) {
        this.maxPending = maxPending;
    }

    /** Takes up what waited before a restart. */
    void resume(List<KeptNotification> kept, Map<String, Long> droppedBefore) {
        dropped.putAll(droppedBefore);
        kept.forEach(each -> keep(each.ordinal(), each.notification()));
    }

    /** All that wait, by ordinal. */
    List<KeptNotification> all() {
        NavigableMap<Long, Notification> all = new TreeMap<>();
        users.values().forEach(pending -> all.putAll(pending.byOrdinal));
        List<KeptNotification> kept = new ArrayList<>(all.size());
        all.forEach((ordinal, notification) -> kept.add(new KeptNotification(ordinal, notification)));
        return kept;
    }

    /** How many of a user's were dropped, of each that any were of. */
    Map<String, Long> dropped() {
        return new TreeMap<>(dropped);
    }

    /** Becomes what another was. */
    void restore(List<KeptNotification> kept, Map<String, Long> droppedBefore, long newestOrdinal) {
        users.clear();
        dropped.clear();
        resume(kept, droppedBefore);
        lastOrdinal = newestOrdinal;
    }

    KeptNotification add(Notification notification) {
        long ordinal = lastOrdinal + 1;
        keep(ordinal, notification);
        return new KeptNotification(ordinal, notification);
    }

    /** Drops a user's oldest if there are too many; it is counted. */
    @Nullable
    Notification dropOldest(String user) {
        Pending pending = users.get(user);
        if (pending == null || pending.byOrdinal.size() <= maxPending) {
            return null;
        }
        Notification oldest = pending.byOrdinal.pollFirstEntry().getValue();
        pending.ordinals.remove(oldest.id());
        dropped.merge(user, 1L, Long::sum);
        return oldest;
    }

    /** How many of a user's were dropped, ever. */
    long dropped(String user) {
        return dropped.getOrDefault(user, 0L);
    }

    /** Takes one out for good; false if the user has none of this id. */
    boolean acknowledge(String user, String id) {
        Pending pending = users.get(user);
        Long ordinal = pending == null ? null : pending.ordinals.remove(id);
        if (pending == null || ordinal == null) {
            return false;
        }
        pending.byOrdinal.remove(ordinal);
        if (pending.byOrdinal.isEmpty()) {
            users.remove(user);
        }
        return true;
    }

    /** A user's that came after an ordinal, oldest first. */
    List<Notification> after(String user, long ordinal) {
        Pending pending = users.get(user);
        return pending == null
                ? List.of()
                : new ArrayList<>(pending.byOrdinal.tailMap(ordinal, false).values());
    }

    /** The newest ordinal given. */
    long lastOrdinal() {
        return lastOrdinal;
    }

    private void keep(long ordinal, Notification notification) {
        Pending pending = users.computeIfAbsent(notification.user(), user -> new Pending());
        pending.byOrdinal.put(ordinal, notification);
        pending.ordinals.put(notification.id(), ordinal);
        lastOrdinal = Math.max(lastOrdinal, ordinal);
    }
}
