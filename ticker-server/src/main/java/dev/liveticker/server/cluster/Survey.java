package dev.liveticker.server.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is in Redis to start from; see {@code survey.lua}.
 *
 * @param epoch of the log; absent if there is none
 * @param index of the log's last entry
 * @param first the first entry that the stream still has; 0 if it has none
 * @param newest the newest state; absent if there is none
 * @param older the one before; absent if there is none
 */
record Survey(
        @Nullable String epoch,
        long index,
        long first,
        @Nullable Kept newest,
        @Nullable Kept older) {

    /**
     * A state that is kept.
     *
     * @param epoch of the log that it is of
     * @param index of the last entry in it
     */
    record Kept(String epoch, long index) {}

    /** @throws IllegalArgumentException if it is no such answer */
    static Survey of(List<?> answer) {
        if (answer.size() != 7) {
            throw new IllegalArgumentException("Redis gave an answer of another form: " + answer);
        }
        String epoch = Glance.text(answer.get(0));
        boolean there = epoch != null && Glance.text(answer.get(1)) != null;
        String first = Glance.text(answer.get(2));
        return new Survey(
                there ? epoch : null,
                there ? Glance.number(answer.get(1)) : 0,
                first == null ? 0 : index(first),
                kept(answer.get(3), answer.get(4)),
                kept(answer.get(5), answer.get(6)));
    }

    /**
     * The state to take: the older one if it can be followed from, since more of what was is known from there on; else
     * the newest; absent if neither can.
     */
    @Nullable
    Kept chosen() {
        if (reaches(older)) {
            return older;
        }
        return reaches(newest) ? newest : null;
    }

    /** The index in the id of an entry of the stream. */
    static long index(String id) {
        int dash = id.indexOf('-');
        return Long.parseLong(dash < 0 ? id : id.substring(0, dash));
    }

    private boolean reaches(@Nullable Kept state) {
        if (state == null || !state.epoch().equals(epoch) || state.index() > index) {
            return false;
        }
        return state.index() == index || (first > 0 && first <= state.index() + 1);
    }

    private static @Nullable Kept kept(@Nullable Object epoch, @Nullable Object index) {
        String name = Glance.text(epoch);
        return name == null ? null : new Kept(name, Glance.number(index));
    }
}
