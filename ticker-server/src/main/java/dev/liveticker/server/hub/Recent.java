package dev.liveticker.server.hub;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Watches in the order in which they were last told of, so that what is new since a tick is found without a search. */
final class Recent {

    private @Nullable Watch newest;

    /** Makes it the newest. */
    void touch(Watch watch) {
        if (newest == watch) {
            return;
        }
        Watch older = watch.older;
        Watch newer = watch.newer;
        if (older != null) {
            older.newer = newer;
        }
        if (newer != null) {
            newer.older = older;
        }
        watch.newer = null;
        watch.older = newest;
        if (newest != null) {
            newest.newer = watch;
        }
        newest = watch;
    }

    /** Those told of after a tick, longest ago first. */
    void after(long tick, Consumer<Watch> action) {
        Watch first = null;
        for (Watch each = newest; each != null && each.tick() > tick; each = each.older) {
            first = each;
        }
        for (Watch each = first; each != null; each = each.newer) {
            action.accept(each);
        }
    }
}
