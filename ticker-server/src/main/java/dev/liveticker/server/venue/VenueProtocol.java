package dev.liveticker.server.venue;

import dev.liveticker.model.Symbol;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What one venue says and wants to be told. Called on the market's thread alone. A message that it cannot make sense of
 * may make it throw anything: that is counted, and the next message is read.
 */
public interface VenueProtocol {

    VenueRules rules();

    /** What was asked for, in the market's spelling. */
    List<Symbol> symbols();

    /** Where its stream is. May hold a key: never to be logged. */
    URI stream();

    /** Where its requests go: scheme, host and port. */
    URI requests();

    /** Headers of its requests, a key among them if it wants one. */
    default Map<String, String> headers() {
        return Map.of();
    }

    /**
     * The market opens. Sooner or later it calls {@link VenueSession#listed}; with {@link VenueRules#listsOnStream}
     * that may be after {@link #opened}.
     */
    void begin(VenueSession session);

    /** A connection was made, the first or a further one; nothing said on an earlier one holds any more. */
    void opened(VenueSession session);

    /** The venue said something. */
    void message(JsonNode message, VenueSession session);

    /**
     * Which request brings trades that were missed, only for venues that {@link VenueRules#countsTrades count} them.
     *
     * @param after the time of the last trade before, microseconds since the Unix epoch
     * @return path and query
     */
    default String missedTrades(Symbol symbol, MissingTrades missing, long after) {
        throw new UnsupportedOperationException("this venue does not count its trades");
    }

    /** Reads the answer to that; in any order, and it may hold others too. */
    default List<VenueTrade> readTrades(JsonNode answer) {
        throw new UnsupportedOperationException("this venue does not count its trades");
    }

    /**
     * Which request brings bars of a day for a venue that trades round the clock; empty where the venue tells the
     * previous close itself, or nobody does.
     *
     * @param day midnight UTC, at which the day begins
     * @return path and query
     */
    default Optional<String> dailyBars(Symbol symbol, Instant day) {
        return Optional.empty();
    }

    /** The last price of that day in the answer; absent if it is not in there. */
    default Figure readClose(JsonNode answer, Instant day) {
        return Figure.ABSENT;
    }
}
