package dev.liveticker.desktop.update;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When what was asked last, so that a start of the program is no reason to ask again.
 *
 * @param address that was asked; absent before any was
 * @param time of the asking; absent likewise
 * @param newest that it told of; absent if it told nothing that makes sense
 */
public record LastInquiry(
        @Nullable URI address,
        @Nullable Instant time,
        @Nullable Release newest) {

    static final LastInquiry NEVER = new LastInquiry(null, null, null);

    private static final Duration PAUSE = Duration.ofDays(1);

    /** Whether it is time to ask an address. A clock that was set back must not put it off for ever. */
    boolean isDue(URI asked, Instant now) {
        return !asked.equals(address) || time == null || now.isBefore(time) || !now.isBefore(time.plus(PAUSE));
    }

    /** An address is asked now; what it told before holds until it answers. */
    LastInquiry asking(URI asked, Instant now) {
        return new LastInquiry(asked, now, asked.equals(address) ? newest : null);
    }

    LastInquiry told(Release release) {
        return new LastInquiry(address, time, release);
    }
}
