package dev.liveticker.server.hub;

import java.util.Locale;

/** What carries a client's frames. */
public enum Carrier {
    WEBSOCKET,
    EVENT_STREAM,
    POLLING;

    /** What logs and metrics call it. */
    public String label() {
        return this == EVENT_STREAM ? "sse" : name().toLowerCase(Locale.ROOT);
    }
}
