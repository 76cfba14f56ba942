package dev.liveticker.server.venue;

import dev.liveticker.model.Side;
import org.jspecify.annotations.Nullable;

/**
 * A trade as a venue reported it.
 *
 * @param id the venue's own number of it; looked at only where the venue counts without holes
 * @param side who crossed the spread; absent where the venue does not say
 * @param time microseconds since the Unix epoch; {@link VenueTime#UNKNOWN} where it made no sense
 */
public record VenueTrade(
        long id, Figure price, Figure size, @Nullable Side side, long time) {}
