package dev.liveticker.feed.machine;

import dev.liveticker.feed.Transport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which transport to try, and which one after it: a fixed one, or all of them beginning with the one that worked. */
final class TransportLadder {

    private final boolean fixed;
    private List<Transport> order;
    private int rung;

    /**
     * @param fixed the only one to try, or absent to find one
     * @param remembered what worked for the server the last time
     */
    TransportLadder(@Nullable Transport fixed, Optional<Transport> remembered) {
        this.fixed = fixed != null;
        this.order = fixed != null
                ? List.of(fixed)
                : remembered.map(TransportLadder::beginningWith).orElse(List.of(Transport.values()));
    }

    Transport current() {
        return order.get(rung);
    }

    boolean isFixed() {
        return fixed;
    }

    /** Steps to the next one. False at the end, and then it begins anew. */
    boolean next() {
        rung = (rung + 1) % order.size();
        return rung != 0;
    }

    /** From now on begins with this one. */
    void begin(Transport first) {
        if (!fixed) {
            order = beginningWith(first);
            rung = 0;
        }
    }

    /** Those better than the current one, best first. */
    List<Transport> better() {
        Transport current = current();
        return fixed
                ? List.of()
                : Arrays.stream(Transport.values())
                        .takeWhile(transport -> transport != current)
                        .toList();
    }

    private static List<Transport> beginningWith(Transport first) {
        List<Transport> order = new ArrayList<>(List.of(Transport.values()));
        order.remove(first);
        order.addFirst(first);
        return List.copyOf(order);
    }
}
