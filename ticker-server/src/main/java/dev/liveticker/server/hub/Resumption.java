package dev.liveticker.server.hub;

import dev.liveticker.message.Position;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a subscription's stream begins.
 *
 * @param resumed whether it goes on after {@code since}; if not, it begins now
 * @param since the last number the client has; or the last it certainly has, where it lost some
 * @param complete whether it was told every value as of that, but for those held back by a limit of its own
 * @param loss why it could not go on, if it was to
 */
record Resumption(
        boolean resumed,
        long since,
        boolean complete,
        @Nullable String loss) {

    static final String NEW_EPOCH = "new_epoch";
    static final String NOT_RETAINED = "not_retained";
    static final String BAD_POSITION = "bad_position";

    /** A stream that begins now. */
    static Resumption fresh() {
        return lost(0, null);
    }

    /** The number of the event that a client has and this hub has yet to hear of; 0 if it knows of all. */
    static long ahead(@Nullable String since, Numbering numbering) {
        if (since == null || !numbering.shared()) {
            return 0;
        }
        return Position.parse(since).map(position -> ahead(position, numbering)).orElse(0L);
    }

    /** As {@link #ahead(String, Numbering)}, of a hub that shares its log with others. */
    static long ahead(Position since, Numbering numbering) {
        long event = numbering.eventOf(since.seq());
        return since.epoch().equals(numbering.epoch()) && event > numbering.lastEvent() ? event : 0;
    }

    private static Resumption lost(long since, @Nullable String why) {
        return new Resumption(false, since, false, why);
    }

    /**
     * @param since what the client asked for; absent where it has nothing
     * @param counted whether the client knows it from what it got, and not from what it was told
     */
    static Resumption of(@Nullable String since, boolean counted, Numbering numbering, RetainedLog log) {
        if (since == null) {
            return fresh();
        }
        Optional<Position> position = Position.parse(since);
        if (position.isEmpty()) {
            return lost(0, BAD_POSITION);
        }
        if (!position.get().epoch().equals(numbering.epoch())) {
            return lost(0, NEW_EPOCH);
        }
        // What another hub numbered for itself says no more than the event before it.
        long seq = numbering.eventOf(position.get().seq());
        if (seq > numbering.head()) {
            return lost(0, BAD_POSITION);
        }
        // Another hub did not say what it had yet to tell, unless by a number of its own.
        boolean complete = !numbering.shared()
                || (!counted && numbering.complete(position.get().seq()));
        return log.holdsAllAfter(seq) ? new Resumption(true, seq, complete, null) : lost(seq, NOT_RETAINED);
    }
}
