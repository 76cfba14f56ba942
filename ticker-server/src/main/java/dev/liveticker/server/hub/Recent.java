package dev.liveticker.server.hub;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * A view's watches, and which of them were told of after a tick. Many are kept in the order in which they last were, so
 * that this takes no search; among few a search costs less than the order.
 */
final class Recent {

    private static final int FEW = 64;

    private final List<Watch> all = new ArrayList<>();
    private boolean ordered;
    private final Chain<Watch> order = new Chain<>();

    void add(Watch watch) {
        all.add(watch);
        ordered = all.size() > FEW;
    }

    /** It was told of just now. */
    void touch(Watch watch) {
        if (ordered) {
            order.touch(watch);
        }
    }

    /** Those told of after a tick, longest ago first. */
    void after(long tick, Consumer<Watch> action) {
        if (!ordered) {
            all.stream()
                    .filter(watch -> watch.tick() > tick)
                    .sorted(Comparator.comparingLong(Watch::tick))
                    .forEach(action);
            return;
        }
        Watch first = null;
        for (Watch each = order.newest(); each != null && each.tick() > tick; each = each.older) {
            first = each;
        }
        for (Watch each = first; each != null; each = each.newer) {
            action.accept(each);
        }
    }
}
