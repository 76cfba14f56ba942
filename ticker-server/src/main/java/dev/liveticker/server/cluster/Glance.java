package dev.liveticker.server.cluster;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Redis said of the cluster a moment ago; see {@code tick.lua}.
 *
 * @param lease {@code node:token}; absent if nobody has it
 * @param left milliseconds left of it, as Redis counts; negative if nobody has it
 * @param epoch of the log; absent if there is none
 * @param index of the log's last entry; 0 if there is no log
 * @param taken whether the lease was given to the node that looked just then
 */
record Glance(@Nullable String lease, long left, @Nullable String epoch, long index, boolean taken) {

    /** @throws IllegalArgumentException if it is no such answer */
    static Glance of(List<?> answer) {
        if (answer.size() != 5 || !(answer.get(1) instanceof Long left) || !(answer.get(4) instanceof Long taken)) {
            throw new IllegalArgumentException("Redis gave an answer of another form: " + answer);
        }
        String epoch = text(answer.get(2));
        return new Glance(text(answer.get(0)), left, epoch, epoch == null ? 0 : number(answer.get(3)), taken == 1);
    }

    /** The node that runs the market; absent if nobody does. */
    @Nullable
    String leader() {
        return lease == null ? null : lease.substring(0, Math.max(0, lease.indexOf(':')));
    }

    /** What Redis answered, unless it is empty. */
    static @Nullable String text(@Nullable Object part) {
        if (part instanceof byte[] bytes) {
            return bytes.length == 0 ? null : new String(bytes, StandardCharsets.UTF_8);
        }
        return null;
    }

    /** @throws IllegalArgumentException if it is no number */
    static long number(@Nullable Object part) {
        String text = text(part);
        if (text == null) {
            throw new IllegalArgumentException("Redis gave no number where there must be one");
        }
        return Long.parseLong(text);
    }
}
