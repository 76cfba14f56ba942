package dev.liveticker.server.venue;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.concurrent.atomic.LongAdder;

/** What came of a venue's messages since the market opened. Safe in any thread. */
final class VenueStatistics {

    /** What is counted. */
    enum Count {
        /** Messages that were read. */
        MESSAGES,
        /** Quotes handed on. */
        QUOTES,
        /** Trades handed on. */
        TRADES,
        /** Trades that came twice. */
        DUPLICATE_TRADES,
        /** Holes in a venue's numbering of trades. */
        GAPS,
        /** Missed trades that a request brought. */
        HEALED_TRADES,
        /** Missed trades that nothing brought. */
        LOST_TRADES,
        /** Messages of a kind that says nothing wanted. */
        IGNORED_MESSAGES,
        /** Messages that could not be read. */
        MALFORMED_MESSAGES,
        /** Connections that came to work. */
        CONNECTIONS,
        /** Connections that were lost, or not to be had. */
        LOSSES
    }

    private final Map<Count, LongAdder> counts = new EnumMap<>(Count.class);
    private final Map<Rejection, LongAdder> rejections = new EnumMap<>(Rejection.class);

    VenueStatistics() {
        for (Count count : Count.values()) {
            counts.put(count, new LongAdder());
        }
        for (Rejection rejection : Rejection.values()) {
            rejections.put(rejection, new LongAdder());
        }
    }

    long of(Count count) {
        return Objects.requireNonNull(counts.get(count)).sum();
    }

    /** How many values were not believed for this reason. */
    long rejected(Rejection reason) {
        return Objects.requireNonNull(rejections.get(reason)).sum();
    }

    void add(Count count, long more) {
        Objects.requireNonNull(counts.get(count)).add(more);
    }

    void reject(Rejection reason) {
        Objects.requireNonNull(rejections.get(reason)).increment();
    }

    /** What should not be, in words, such as {@code rejected OUT_OF_BAND: 3}; empty if there is nothing of it. */
    String complaints() {
        StringJoiner words = new StringJoiner(", ");
        rejections.forEach((reason, count) -> {
            if (count.sum() > 0) {
                words.add("rejected " + reason + ": " + count.sum());
            }
        });
        for (Count count : new Count[] {Count.GAPS, Count.HEALED_TRADES, Count.LOST_TRADES, Count.MALFORMED_MESSAGES}) {
            if (of(count) > 0) {
                words.add(count + ": " + of(count));
            }
        }
        return words.toString();
    }
}
