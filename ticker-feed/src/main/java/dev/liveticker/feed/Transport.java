package dev.liveticker.feed;

/** How the stream travels, best first. */
public enum Transport {
    WEBSOCKET,
    SSE,
    LONG_POLLING,
    POLLING
}
