package dev.liveticker.server.hub;

import dev.liveticker.message.Position;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a subscription's stream begins.
 *
 * @param resumed whether it goes on after {@code since}; if not, it begins now
 * @param since the last number the client has; or the last it certainly has, where it lost some
 * @param loss why it could not go on, if it was to
 */
record Resumption(boolean resumed, long since, @Nullable String loss) {

    static final String NEW_EPOCH = "new_epoch";
    static final String NOT_RETAINED = "not_retained";
    static final String BAD_POSITION = "bad_position";

    /** A stream that begins now. */
    static Resumption fresh() {
        return new Resumption(false, 0, null);
    }

    /** @param since what the client asked for; absent where it has nothing */
    static Resumption of(@Nullable String since, Numbering numbering, RetainedLog log) {
        if (since == null) {
            return fresh();
        }
        Optional<Position> position = Position.parse(since);
        if (position.isEmpty()) {
            return new Resumption(false, 0, BAD_POSITION);
        }
        if (!position.get().epoch().equals(numbering.epoch())) {
            return new Resumption(false, 0, NEW_EPOCH);
        }
        long seq = position.get().seq();
        if (seq > numbering.head()) {
            return new Resumption(false, 0, BAD_POSITION);
        }
        return log.holdsAllAfter(seq) ? new Resumption(true, seq, null) : new Resumption(false, seq, NOT_RETAINED);
    }
}
