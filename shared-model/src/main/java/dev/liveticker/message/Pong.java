package dev.liveticker.message;

import org.jspecify.annotations.Nullable;

/**
 * Answers {@link ClientMessage.Ping}.
 *
 * @param time the server's clock, microseconds since the Unix epoch, UTC
 * @param clientTime as the client sent it
 */
public record Pong(@Nullable String id, long time, long clientTime) implements ServerMessage {}
