package dev.liveticker.server.transport;

import dev.liveticker.message.End;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why someone was turned away. What is merely wrong with a request is none. */
public enum Refusal {
    /** Too many requests, messages, connections or wrong tokens. */
    LIMIT,
    /** No place for one more. */
    OVERLOAD,
    /** No token, or one that is not valid. */
    AUTHENTICATION,
    /** A page of a foreign origin. */
    ORIGIN,
    /** A name that is not the server's. */
    HOST,
    /** A token that does not allow it. */
    PERMISSION;

    /** What logs and metrics call it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a problem that is told to a client comes from; absent for one that is no refusal. */
    static @Nullable Refusal of(Problem problem) {
        return switch (problem.code()) {
            case "wrong_origin" -> ORIGIN;
            case "wrong_host" -> HOST;
            default ->
                switch (problem.status()) {
                    case 401 -> AUTHENTICATION;
                    case 403 -> PERMISSION;
                    case 429 -> LIMIT;
                    default -> problem.code().equals("overloaded") ? OVERLOAD : null;
                };
        };
    }

    /**
     * What a connection that is ended before it began comes from.
     *
     * @throws IllegalArgumentException if none is ended so then
     */
    public static Refusal of(End end) {
        return switch (end) {
            case RATE_LIMITED -> LIMIT;
            case OVERLOADED, GOING_AWAY -> OVERLOAD;
            case FORBIDDEN -> PERMISSION;
            case UNAUTHENTICATED -> AUTHENTICATION;
            case NORMAL, MALFORMED, TOO_SLOW, MESSAGE_TOO_LARGE, INTERNAL_ERROR ->
                throw new IllegalArgumentException("turns nobody away: " + end);
        };
    }
}
