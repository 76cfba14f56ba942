package dev.liveticker.server.transport;

import dev.liveticker.message.End;
import io.undertow.util.StatusCodes;
import java.util.Locale;

/**
 * An answer that says what is wrong (RFC 9457).
 *
 * @param title of the status, the same for every problem with it
 * @param detail what was wrong with this request, for people; holds nothing of the server's internals
 * @param code for programs
 */
public record Problem(String title, int status, String detail, String code) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(int status, String code, String detail) {
        return new Problem(StatusCodes.getReason(status), status, detail, code);
    }

    /** What the hub ends a connection with, where HTTP can still say so. */
    public static Problem of(End end) {
        return of(end.httpStatus(), end.name().toLowerCase(Locale.ROOT), end.reason());
    }
}
