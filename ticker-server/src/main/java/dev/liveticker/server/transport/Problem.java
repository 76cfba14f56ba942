package dev.liveticker.server.transport;

import dev.liveticker.message.End;
import io.undertow.util.StatusCodes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An answer that says what is wrong (RFC 9457).
 *
 * @param title of the status, the same for every problem with it
 * @param detail what was wrong with this request, for people; holds nothing of the server's internals
 * @param code for programs
 * @param field of the request that was wrong; absent where it was none alone
 */
public record Problem(
        String title,
        int status,
        String detail,
        String code,
        @Nullable String field) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(int status, String code, String detail) {
        return new Problem(StatusCodes.getReason(status), status, detail, code, null);
    }

    /** A parameter, or a field of the body, is not as it has to be. */
    public static Problem ofField(String field, String why) {
        return new Problem(StatusCodes.getReason(400), 400, field + ": " + why, "bad_parameter", field);
    }

    /** What the hub ends a connection with, where HTTP can still say so. */
    public static Problem of(End end) {
        return of(end.httpStatus(), end.name().toLowerCase(Locale.ROOT), end.reason());
    }
}
