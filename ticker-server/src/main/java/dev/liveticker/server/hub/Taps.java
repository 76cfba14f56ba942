package dev.liveticker.server.hub;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A view's taps, in the order of their lanes' newest messages. */
final class Taps {

    private final Map<Lane, Tap> all = new LinkedHashMap<>();
    private @Nullable Tap newest;

    Taps(List<Tap> taps) {
        taps.stream()
                .sorted(Comparator.comparingLong(tap -> tap.lane().newestSeq()))
                .forEach(tap -> {
                    all.put(tap.lane(), tap);
                    touch(tap);
                    tap.lane().readers().add(tap);
                });
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    boolean has(Lane lane) {
        return all.containsKey(lane);
    }

    /** Makes it the newest. */
    void touch(Tap tap) {
        if (newest == tap) {
            return;
        }
        Tap older = tap.older;
        Tap newer = tap.newer;
        if (older != null) {
            older.newer = newer;
        }
        if (newer != null) {
            newer.older = older;
        }
        tap.newer = null;
        tap.older = newest;
        if (newest != null) {
            newest.newer = tap;
        }
        newest = tap;
    }

    /** Those whose lane had something numbered above this. */
    void after(long seq, Consumer<Tap> action) {
        for (Tap tap = newest; tap != null && tap.lane().newestSeq() > seq; tap = tap.older) {
            action.accept(tap);
        }
    }

    void close() {
        all.values().forEach(tap -> tap.lane().readers().remove(tap));
    }
}
