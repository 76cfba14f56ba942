package dev.liveticker.message;

/**
 * Sent when nothing else was for {@link Welcome#heartbeatMillis}.
 *
 * @param seq the newest number so far
 * @param time the server's clock, microseconds since the Unix epoch, UTC
 */
public record Heartbeat(long seq, long time) implements ServerMessage {}
