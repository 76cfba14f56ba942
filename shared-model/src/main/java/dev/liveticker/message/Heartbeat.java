package dev.liveticker.message;

/**
 * Sent when nothing else was for {@link Welcome#heartbeatMillis}, and as often in a busy stream.
 *
 * @param seq the position after the frame it is in: a client may go on from here
 * @param time the server's clock, microseconds since the Unix epoch, UTC
 */
public record Heartbeat(long seq, long time) implements ServerMessage {}
