package dev.liveticker.server.hub;

import org.jspecify.annotations.Nullable;

/**
 * Links in the order in which they were last touched. Touching one takes the same short time however many there are.
 */
final class Chain<L extends Chain.Link<L>> {

    private @Nullable L newest;

    /** One of a chain; remembers its place in it. */
    abstract static class Link<L extends Link<L>> extends Audience.Seat {

        /** The one touched just before; absent if it is the oldest. Kept by its chain. */
        @Nullable
        L older;

        /** The one touched just after; absent if it is the newest. Kept by its chain. */
        @Nullable
        L newer;
    }

    /** Makes it the newest. */
    @SuppressWarnings("ReferenceEquality") // A link has a place, and equals no other.
    void touch(L link) {
        if (newest == link) {
            return;
        }
        L older = link.older;
        L newer = link.newer;
        if (older != null) {
            older.newer = newer;
        }
        if (newer != null) {
            newer.older = older;
        }
        link.newer = null;
        link.older = newest;
        if (newest != null) {
            newest.newer = link;
        }
        newest = link;
    }

    /** The one touched last; absent if none ever was. */
    @Nullable
    L newest() {
        return newest;
    }
}
