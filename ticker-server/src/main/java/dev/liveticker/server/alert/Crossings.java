package dev.liveticker.server.alert;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Alerts by level, so that a move finds those it crosses in the logarithm of their number. One that waits for a rise is
 * armed while the value is below its level, one that waits for a fall while it is above; reaching the level is enough.
 * So no alert needs a state of its own: the value before the move tells.
 */
final class Crossings {

    private final NavigableMap<BigDecimal, Map<AlertKey, OwnedAlert>> rising = new TreeMap<>();
    private final NavigableMap<BigDecimal, Map<AlertKey, OwnedAlert>> falling = new TreeMap<>();

    void add(OwnedAlert alert) {
        side(alert)
                .computeIfAbsent(alert.alert().level(), level -> new LinkedHashMap<>())
                .put(alert.key(), alert);
    }

    /** Harmless for one that is not there. */
    void remove(OwnedAlert alert) {
        BigDecimal level = alert.alert().level();
        Map<AlertKey, OwnedAlert> there = side(alert).get(level);
        if (there != null) {
            there.remove(alert.key());
            if (there.isEmpty()) {
                side(alert).remove(level);
            }
        }
    }

    /** All of them, by level, and at each level in the order in which they fire. */
    void forEach(Consumer<OwnedAlert> action) {
        rising.values().forEach(alerts -> alerts.values().forEach(action));
        falling.values().forEach(alerts -> alerts.values().forEach(action));
    }

    boolean isEmpty() {
        return rising.isEmpty() && falling.isEmpty();
    }

    /** Those a rise crosses, lowest level first. */
    List<OwnedAlert> risen(BigDecimal from, BigDecimal to) {
        return from.compareTo(to) < 0 ? all(rising.subMap(from, false, to, true)) : List.of();
    }

    /** Those a fall crosses, highest level first. */
    List<OwnedAlert> fallen(BigDecimal from, BigDecimal to) {
        return from.compareTo(to) > 0
                ? all(falling.subMap(to, true, from, false).descendingMap())
                : List.of();
    }

    /** Whether a move arms or disarms any. */
    boolean affects(BigDecimal from, BigDecimal to) {
        BigDecimal low = from.min(to);
        BigDecimal high = from.max(to);
        BigDecimal armedBelow = rising.higherKey(low);
        BigDecimal armedAbove = falling.ceilingKey(low);
        return (armedBelow != null && armedBelow.compareTo(high) <= 0)
                || (armedAbove != null && armedAbove.compareTo(high) < 0);
    }

    private NavigableMap<BigDecimal, Map<AlertKey, OwnedAlert>> side(OwnedAlert alert) {
        return alert.alert().condition().rising() ? rising : falling;
    }

    private static List<OwnedAlert> all(Map<BigDecimal, Map<AlertKey, OwnedAlert>> crossed) {
        if (crossed.isEmpty()) {
            return List.of();
        }
        List<OwnedAlert> all = new ArrayList<>();
        crossed.values().forEach(alerts -> all.addAll(alerts.values()));
        return all;
    }
}
