package dev.liveticker.server.transport.websocket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Writes down what a parser tells. */
final class Heard implements ClientFrames {

    final List<String> events = new ArrayList<>();

    /** Parses the stream in pieces of the given sizes, repeated as needed. */
    static List<String> of(FrameParser parser, byte[] stream, int... sizes) throws ProtocolException {
        Heard heard = new Heard();
        int at = 0;
        for (int i = 0; at < stream.length; i++) {
            int size = Math.min(sizes[i % sizes.length], stream.length - at);
            ByteBuffer piece = ByteBuffer.wrap(stream, at, size);
            parser.parse(piece, heard);
            if (piece.hasRemaining()) {
                throw new AssertionError("the parser left " + piece.remaining() + " bytes");
            }
            at += size;
        }
        return heard.events;
    }

    @Override
    public void message(byte[] payload) {
        events.add("message " + new String(payload, StandardCharsets.UTF_8));
    }

    @Override
    public void ping(byte[] payload) {
        events.add("ping " + HexFormat.of().formatHex(payload));
    }

    @Override
    public void pong() {
        events.add("pong");
    }

    @Override
    public void close(int code) {
        events.add("close " + code);
    }
}
