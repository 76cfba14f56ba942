package dev.liveticker.server.transport.websocket;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.fuzz.Claim;
import dev.liveticker.fuzz.Pieces;
import dev.liveticker.fuzz.SampleFrames;
import dev.liveticker.fuzz.Target;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.server.transport.MessageCost;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

/**
 * What a server reads from a WebSocket after its handshake (RFC 6455 section 5): however the network cuts it, the same
 * is heard, no more is held than the limits allow, and what breaks the protocol is told with a close code. The first
 * byte of an input is none of the socket's: it says what was negotiated.
 */
public final class SocketFramesTarget implements Target {

    private static final FrameLimits LIMITS = new FrameLimits(2_048, 8);

    /** Inflating takes a window and buffers of its own. */
    private static final long MEMORY = 4 << 20;

    private static final int DEFLATE = 1;
    private static final int BINARY = 2;

    private static final class Listener implements ClientFrames {

        private final List<String> heard = new ArrayList<>();
        private final List<byte[]> messages = new ArrayList<>();

        @Override
        public void message(byte[] payload) {
            Claim.that(payload.length <= LIMITS.messageBytes(), () -> "a message of " + payload.length + " bytes");
            heard.add("message " + Arrays.toString(payload));
            messages.add(payload);
        }

        @Override
        public void ping(byte[] payload) {
            heard.add("ping " + Arrays.toString(payload));
        }

        @Override
        public void pong() {
            heard.add("pong");
        }

        @Override
        public void close(int code) {
            heard.add("close " + code);
        }
    }

    @Override
    public void take(byte[] input) throws Exception {
        if (input.length == 0) {
            return;
        }
        Encoding encoding = (input[0] & BINARY) == 0 ? Encoding.JSON : Encoding.CBOR;
        boolean deflate = (input[0] & DEFLATE) != 0;
        Listener first = null;
        for (List<byte[]> pieces : Pieces.ways(Arrays.copyOfRange(input, 1, input.length))) {
            Listener listener =
                    Claim.within(MEMORY + 1_000L * input.length, () -> read(pieces, Payload.of(encoding), deflate));
            first = first == null ? listener : first;
            Claim.same(first.heard, listener.heard);
        }
        for (byte[] message : first == null ? List.<byte[]>of() : first.messages) {
            understand(message, encoding);
        }
    }

    private static Listener read(List<byte[]> pieces, Payload payload, boolean deflate) {
        Listener listener = new Listener();
        FrameParser parser = new FrameParser(payload, deflate, LIMITS);
        try {
            for (byte[] piece : pieces) {
                ByteBuffer in = ByteBuffer.wrap(piece);
                parser.parse(in, listener);
                Claim.that(!in.hasRemaining(), () -> in.remaining() + " bytes were left unread");
            }
        } catch (ProtocolException e) {
            Claim.sentence(String.valueOf(e.getMessage()));
            listener.heard.add("broken: " + e.getMessage());
        }
        return listener;
    }

    private static void understand(byte[] message, Encoding encoding) {
        try {
            List<ClientMessage> frame = FrameCodec.of(encoding).decodeClientFrame(message);
            Claim.that(MessageCost.doing(frame, 10_000) >= 0, () -> "it costs less than nothing: " + frame);
        } catch (MalformedFrameException e) {
            Claim.sentence(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public List<byte[]> seeds() {
        List<ClientMessage> said = SampleFrames.client();
        byte[] json = FrameCodec.of(Encoding.JSON).encodeClientFrame(said.subList(0, 1));
        byte[] cbor = FrameCodec.of(Encoding.CBOR).encodeClientFrame(said.subList(0, 4));
        byte[] half = Arrays.copyOf(json, json.length / 2);
        byte[] rest = Arrays.copyOfRange(json, json.length / 2, json.length);
        return List.of(
                input(0, frame(0x81, json), frame(0x89, new byte[] {'h', 'i'}), frame(0x88, new byte[] {3, (byte) 0xE8
                })),
                input(0, frame(0x01, half), frame(0x8A, new byte[0]), frame(0x80, rest)),
                input(DEFLATE, frame(0xC1, deflated(json)), frame(0x88, new byte[0])),
                input(DEFLATE, frame(0x41, Arrays.copyOf(deflated(json), 4)), frame(0x80, new byte[] {1})),
                input(BINARY, frame(0x82, cbor)),
                input(BINARY | DEFLATE, frame(0xC2, deflated(cbor))),
                input(0, frame(0x81, new byte[2_049])));
    }

    private static byte[] input(int negotiated, byte[]... frames) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.write(negotiated);
        for (byte[] frame : frames) {
            input.writeBytes(frame);
        }
        return input.toByteArray();
    }

    /** With a mask of zeros, under which bytes stay what they are. */
    private static byte[] frame(int head, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(head);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else {
            frame.write(0xFE);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        frame.writeBytes(new byte[4]);
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(bytes);
        byte[] out = new byte[bytes.length + 64];
        int length = deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH);
        deflater.end();
        // RFC 7692 section 7.2.1: without the four bytes that a flush ends with.
        return Arrays.copyOf(out, length - 4);
    }
}
