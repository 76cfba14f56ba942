package dev.liveticker.server.transport.socketio;

import dev.liveticker.server.transport.Answers;
import io.undertow.server.HttpServerExchange;
import java.util.Map;

/** What can be wrong with a request, in Engine.IO's own numbers and words. */
enum EngineFault {
    UNKNOWN_TRANSPORT(0, "Transport unknown"),
    UNKNOWN_SESSION(1, "Session ID unknown"),
    BAD_METHOD(2, "Bad handshake method"),
    BAD_REQUEST(3, "Bad request"),
    UNSUPPORTED_PROTOCOL(5, "Unsupported protocol version");

    private final int code;
    private final String message;

    EngineFault(int code, String message) {
        this.code = code;
        this.message = message;
    }

    /** Says so. On a thread that may answer the exchange. */
    void answer(HttpServerExchange exchange) {
        exchange.setStatusCode(400);
        Answers.json(exchange, Map.of("code", code, "message", message));
    }
}
