package dev.liveticker.feed.http;

import dev.liveticker.feed.machine.Loss;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Reads what HTTP answers have in common. */
final class Answers {

    private static final int MAX_DELAY_DIGITS = 9;

    private Answers() {}

    /**
     * A body within a limit.
     *
     * @throws MalformedStreamException if it is larger
     * @throws IOException if it cannot be read
     */
    static byte[] body(Response response, int limit) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(limit + 1L)) {
            throw new MalformedStreamException("the server's answer is larger than " + limit + " bytes");
        }
        return source.readByteArray();
    }

    /** What an answer that is not a success means. */
    static Loss loss(Response response, InstantSource clock) {
        return Loss.ofStatus(response.code(), retryAfter(response.header("Retry-After"), clock));
    }

    /** {@code Retry-After} (RFC 9110 section 10.2.3), in seconds or as a date; zero if absent, past or unreadable. */
    static Duration retryAfter(@Nullable String value, InstantSource clock) {
        if (value == null || value.isBlank()) {
            return Duration.ZERO;
        }
        String text = value.strip();
        if (text.length() <= MAX_DELAY_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration left = Duration.between(clock.instant(), until);
            return left.isNegative() ? Duration.ZERO : left;
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
