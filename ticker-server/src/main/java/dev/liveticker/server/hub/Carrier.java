package dev.liveticker.server.hub;

/** What carries a client's frames. */
public enum Carrier {
    WEBSOCKET,
    EVENT_STREAM,
    POLLING
}
