package dev.liveticker.server.hub;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A view's taps, in the order of their lanes' newest messages. */
final class Taps {

    private final Map<Lane, Tap> all = new LinkedHashMap<>();
    private final Chain<Tap> order = new Chain<>();

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
        order.touch(tap);
    }

    /** Those whose lane had something numbered above this. */
    void after(long seq, Consumer<Tap> action) {
        for (Tap tap = order.newest(); tap != null && tap.lane().newestSeq() > seq; tap = tap.older) {
            action.accept(tap);
        }
    }

    void close() {
        all.values().forEach(tap -> tap.lane().readers().remove(tap));
    }
}
