package dev.liveticker.server.alert;

import dev.liveticker.model.Alert;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Everybody's alerts, and which of them a price fires. Times are the market's, in microseconds. For one thread. */
final class AlertBook {

    private final long cooldown;
    private final Map<String, Map<String, OwnedAlert>> users = new HashMap<>();
    private final Map<Symbol, SymbolWatch> watches = new HashMap<>();
    private final TreeSet<Cooling> cooling = new TreeSet<>();

    /** An alert that is silent until its time. */
    private record Cooling(long until, AlertKey key) implements Comparable<Cooling> {

        @Override
        public int compareTo(Cooling other) {
            int order = Long.compare(until, other.until);
            return order == 0 ? key.compareTo(other.key) : order;
        }
    }

    /** @param cooldown how long one that repeats is silent after it fired */
    AlertBook(Duration cooldown) {
        this.cooldown = cooldown.toNanos() / 1_000;
    }

    /** Takes up what was known of a symbol before a restart. */
    void resume(Symbol symbol, Reference reference) {
        watches.put(symbol, new SymbolWatch(reference));
    }

    /**
     * Takes up an alert as it was before a restart.
     *
     * @param now where the market's time is
     */
    void resume(OwnedAlert alert, long now) {
        keep(alert);
        Long fired = alert.alert().firedTime();
        // One that fired in the market's future did so in another market's time.
        if (fired != null && alert.alert().active() && fired <= now && fired + cooldown > now) {
            cooling.add(new Cooling(fired + cooldown, alert.key()));
        } else {
            arm(alert);
        }
    }

    /** All that is in it. */
    AlertState.Book capture() {
        List<OwnedAlert> alerts = new ArrayList<>();
        new TreeMap<>(users).values().forEach(own -> alerts.addAll(own.values()));
        List<AlertKey> armed = new ArrayList<>();
        Map<Symbol, Reference> references = new LinkedHashMap<>();
        new TreeMap<>(watches).forEach((symbol, watch) -> {
            watch.forEach(alert -> armed.add(alert.key()));
            references.put(symbol, watch.reference());
        });
        return new AlertState.Book(alerts, armed, references);
    }

    /** Becomes what another was. */
    void restore(AlertState.Book state) {
        users.clear();
        watches.clear();
        cooling.clear();
        state.references().forEach(this::resume);
        state.alerts().forEach(this::keep);
        Set<AlertKey> armed = new HashSet<>(state.armed());
        for (AlertKey key : state.armed()) {
            OwnedAlert alert = find(key);
            if (alert != null) {
                arm(alert);
            }
        }
        for (OwnedAlert alert : state.alerts()) {
            Long fired = alert.alert().firedTime();
            if (alert.alert().active() && fired != null && !armed.contains(alert.key())) {
                cooling.add(new Cooling(fired + cooldown, alert.key()));
            }
        }
    }

    /** Adds an alert, in place of one of the same id, whose turn among the user's it takes over. */
    void set(OwnedAlert alert) {
        OwnedAlert before = find(alert.key());
        if (before != null) {
            disarm(before);
        }
        keep(alert);
        arm(alert);
    }

    /** Takes an alert out; false if there is none. */
    boolean remove(AlertKey key) {
        OwnedAlert there = find(key);
        if (there == null) {
            return false;
        }
        users.computeIfPresent(key.user(), (_, own) -> {
            own.remove(key.id());
            return own.isEmpty() ? null : own;
        });
        disarm(there);
        return true;
    }

    private @Nullable OwnedAlert find(AlertKey key) {
        return users.getOrDefault(key.user(), Map.of()).get(key.id());
    }

    @Nullable
    Alert get(AlertKey key) {
        OwnedAlert there = find(key);
        return there == null ? null : there.alert();
    }

    /** How many there are. */
    long size() {
        return users.values().stream().mapToLong(Map::size).sum();
    }

    /** A user's alerts in the order in which they were first set. */
    Collection<OwnedAlert> of(String user) {
        return users.getOrDefault(user, Map.of()).values();
    }

    void previousClose(Symbol symbol, BigDecimal close) {
        watch(symbol).previousClose(close);
    }

    /** A symbol has a new price; what that fires, in the order of levels. */
    List<Firing> price(Symbol symbol, BigDecimal price, long time) {
        wake(time);
        SymbolWatch watch = watch(symbol);
        List<OwnedAlert> crossed = watch.price(price);
        if (crossed.isEmpty()) {
            return List.of();
        }
        List<Firing> firings = new ArrayList<>(crossed.size());
        for (OwnedAlert before : crossed) {
            OwnedAlert fired = new OwnedAlert(before.user(), before.alert().fired(time));
            watch.remove(before);
            keep(fired);
            if (fired.alert().active()) {
                cooling.add(new Cooling(time + cooldown, fired.key()));
            }
            firings.add(new Firing(fired, price, watch.reference().previousClose(), time));
        }
        return firings;
    }

    /**
     * What prices of a symbol are compared with, if that came to mean something else for any alert since last asked.
     */
    @Nullable
    Reference takeMoved(Symbol symbol) {
        SymbolWatch watch = watch(symbol);
        return watch.takeMoved() ? watch.reference() : null;
    }

    /** What prices of a symbol are compared with. */
    Reference reference(Symbol symbol) {
        return watch(symbol).reference();
    }

    private void wake(long time) {
        while (!cooling.isEmpty() && cooling.first().until() <= time) {
            OwnedAlert alert = find(cooling.removeFirst().key());
            if (alert != null) {
                arm(alert);
            }
        }
    }

    private void keep(OwnedAlert alert) {
        users.computeIfAbsent(alert.user(), user -> new LinkedHashMap<>())
                .put(alert.alert().id(), alert);
    }

    private void arm(OwnedAlert alert) {
        if (alert.alert().active()) {
            watch(alert.alert().symbol()).add(alert);
        }
    }

    private void disarm(OwnedAlert alert) {
        watch(alert.alert().symbol()).remove(alert);
        Long fired = alert.alert().firedTime();
        if (fired != null) {
            cooling.remove(new Cooling(fired + cooldown, alert.key()));
        }
    }

    private SymbolWatch watch(Symbol symbol) {
        return watches.computeIfAbsent(symbol, key -> new SymbolWatch(Reference.NOTHING));
    }
}
