package dev.liveticker.server.transport.websocket;

/**
 * What compressing messages has come to so far.
 *
 * @param messages sent compressed, each counted for each client it was sent to
 * @param bytesBefore what they would have taken as they were
 * @param bytesAfter what they took
 */
public record Compression(long messages, long bytesBefore, long bytesAfter) {

    Compression plus(Compression other) {
        return new Compression(
                messages + other.messages, bytesBefore + other.bytesBefore, bytesAfter + other.bytesAfter);
    }
}
