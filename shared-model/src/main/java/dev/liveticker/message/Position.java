package dev.liveticker.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * A place in the stream, written {@code epoch:seq}: the SSE event's {@code id}, the poll's {@code since} and
 * {@code next}.
 *
 * @param epoch names one numbering of the stream: 1 to {@value #MAX_EPOCH_LENGTH} characters of {@code a-z A-Z 0-9}
 * @param seq the last message before the place; 0 or more
 */
public record Position(String epoch, long seq) {

    public static final int MAX_EPOCH_LENGTH = 32;

    /** @throws IllegalArgumentException if the epoch or the number is out of its range */
    public Position {
        if (!isEpoch(epoch) || seq < 0) {
            throw new IllegalArgumentException("not a position: EPOCH:SEQ expected");
        }
    }

    /** @throws IllegalArgumentException if the text is not {@code epoch:seq} */
    @JsonCreator
    public static Position of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a position: EPOCH:SEQ expected"));
    }

    /** As {@link #of}, but empty where the text is no position. */
    public static Optional<Position> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || !isEpoch(text.substring(0, colon))) {
            return Optional.empty();
        }
        String digits = text.substring(colon + 1);
        if (digits.isEmpty() || digits.length() > 18 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return Optional.of(new Position(text.substring(0, colon), Long.parseLong(digits)));
    }

    @JsonValue
    @Override
    public String toString() {
        return epoch + ':' + seq;
    }

    static boolean isEpoch(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_EPOCH_LENGTH
                && text.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
    }
}
