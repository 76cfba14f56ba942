package dev.liveticker.server.transport.alpaca;

import dev.liveticker.message.End;
import org.jspecify.annotations.Nullable;

/** Alpaca's errors (docs.alpaca.markets/docs/streaming-market-data). */
enum AlpacaError {
    INVALID_SYNTAX(400, "invalid syntax"),
    NOT_AUTHENTICATED(401, "not authenticated"),
    AUTH_FAILED(402, "auth failed"),
    ALREADY_AUTHENTICATED(403, "already authenticated"),
    AUTH_TIMEOUT(404, "auth timeout"),
    SYMBOL_LIMIT(405, "symbol limit exceeded"),
    /** Also of messages: there is no code of its own for a client that says too much. */
    CONNECTION_LIMIT(406, "connection limit exceeded"),
    SLOW_CLIENT(407, "slow client"),
    INSUFFICIENT_SUBSCRIPTION(409, "insufficient subscription"),
    INVALID_ACTION(410, "invalid subscribe action for this feed"),
    INTERNAL(500, "internal error");

    private final int code;
    private final String message;

    AlpacaError(int code, String message) {
        this.code = code;
        this.message = message;
    }

    int code() {
        return code;
    }

    String message() {
        return message;
    }

    /** What the hub ends a connection with; absent where there is nothing to say but good-bye. */
    static @Nullable AlpacaError of(End end) {
        return switch (end) {
            case NORMAL, GOING_AWAY -> null;
            case MALFORMED, MESSAGE_TOO_LARGE -> INVALID_SYNTAX;
            case UNAUTHENTICATED -> NOT_AUTHENTICATED;
            case FORBIDDEN -> INSUFFICIENT_SUBSCRIPTION;
            case TOO_SLOW -> SLOW_CLIENT;
            case RATE_LIMITED, OVERLOADED -> CONNECTION_LIMIT;
            case INTERNAL_ERROR -> INTERNAL;
        };
    }

    /** What the hub says was wrong, by its code. */
    static AlpacaError of(String code) {
        return switch (code) {
            case "malformed" -> INVALID_SYNTAX;
            case "token_expired" -> NOT_AUTHENTICATED;
            case "rate_limited" -> CONNECTION_LIMIT;
            case "not_allowed" -> INSUFFICIENT_SUBSCRIPTION;
            case "too_many_symbols" -> SYMBOL_LIMIT;
            default -> INTERNAL;
        };
    }
}
