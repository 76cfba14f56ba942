package dev.liveticker.feed.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.liveticker.fuzz.Claim;
import dev.liveticker.fuzz.Pieces;
import dev.liveticker.fuzz.Target;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;

/**
 * What a client inflates of a WebSocket's messages: however a message is cut into frames, it is the same, or refused;
 * and it never is larger than its limit.
 */
public final class InflaterTarget implements Target {

    private static final int LIMIT = 16 << 10;

    /** What the protocol has the sender cut off the end of each message. */
    private static final int TAIL = 4;

    @Override
    public void take(byte[] input) {
        for (boolean keepsContext : new boolean[] {false, true}) {
            Optional<ByteBuffer> whole = inflated(List.of(input), keepsContext);
            for (List<byte[]> pieces : Pieces.ways(input)) {
                if (!pieces.isEmpty()) {
                    Claim.same(whole, inflated(pieces, keepsContext));
                }
            }
        }
    }

    /** The message, twice over one connection; nothing if it is refused. */
    private static Optional<ByteBuffer> inflated(List<byte[]> pieces, boolean keepsContext) {
        try (MessageInflater inflater = new MessageInflater(keepsContext, LIMIT)) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int message = 0; message < 2; message++) {
                int size = 0;
                for (int i = 0; i < pieces.size(); i++) {
                    byte[] part = inflater.inflate(pieces.get(i), i == pieces.size() - 1);
                    size += part.length;
                    all.writeBytes(part);
                }
                int length = size;
                Claim.that(length <= LIMIT, () -> "a message of " + length + " bytes");
            }
            return Optional.of(ByteBuffer.wrap(all.toByteArray()));
        } catch (IOException e) {
            Claim.sentence(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                deflated("[{\"type\":\"heartbeat\",\"seq\":13,\"time\":1774000000000000}]"),
                deflated(""),
                deflated("[" + " ".repeat(LIMIT) + "]"),
                // A block that is stored as it is.
                new byte[] {0, 2, 0, (byte) 0xFD, (byte) 0xFF, '[', ']'});
    }

    private static byte[] deflated(String text) {
        Deflater deflater = new Deflater(9, true);
        try {
            deflater.setInput(text.getBytes(UTF_8));
            byte[] all = new byte[text.length() + 64];
            int length = deflater.deflate(all, 0, all.length, Deflater.SYNC_FLUSH);
            return Arrays.copyOf(all, length - TAIL);
        } finally {
            deflater.end();
        }
    }
}
