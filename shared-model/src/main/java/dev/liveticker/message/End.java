package dev.liveticker.message;

import java.util.Arrays;
import java.util.Optional;

/** Why a connection ended: the WebSocket close codes (RFC 6455 section 7.4) the protocol uses, and their HTTP kin. */
public enum End {
    NORMAL(1000, 200, "closed"),
    GOING_AWAY(1001, 503, "the server is going away"),
    MALFORMED(4400, 400, "malformed message"),
    UNAUTHENTICATED(4401, 401, "not authenticated, or the token ran out"),
    FORBIDDEN(4403, 403, "origin or permission refused"),
    TOO_SLOW(4408, 408, "too slow even for conflation, or no pong"),
    MESSAGE_TOO_LARGE(1009, 413, "message too large"),
    RATE_LIMITED(4429, 429, "rate limited"),
    OVERLOADED(1013, 503, "overloaded"),
    INTERNAL_ERROR(1011, 500, "internal error");

    private final int closeCode;
    private final int httpStatus;
    private final String reason;

    End(int closeCode, int httpStatus, String reason) {
        this.closeCode = closeCode;
        this.httpStatus = httpStatus;
        this.reason = reason;
    }

    /** The WebSocket close code. */
    public int closeCode() {
        return closeCode;
    }

    /** The HTTP status that says the same. */
    public int httpStatus() {
        return httpStatus;
    }

    /** For people, in English; at most 123 bytes, so that it fits a close frame. */
    public String reason() {
        return reason;
    }

    /** The end with this WebSocket close code, if the protocol names one. */
    public static Optional<End> ofCloseCode(int code) {
        return Arrays.stream(values()).filter(end -> end.closeCode == code).findFirst();
    }
}
