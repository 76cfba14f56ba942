package dev.liveticker.server;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.server.transport.websocket.MaskedFrame;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A WebSocket client that does only what a test says: it answers no ping and no close by itself. */
final class RawWebSocket implements AutoCloseable {

    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final String[] HANDSHAKE = {
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
    };

    /** @param compressed as it came; the payload is inflated */
    record Received(int opcode, boolean compressed, ByteBuffer payload) {

        int closeCode() {
            return payload.getShort(0) & 0xFFFF;
        }

        byte[] bytes() {
            byte[] bytes = new byte[payload.remaining()];
            payload.get(0, bytes);
            return bytes;
        }
    }

    final RawHttp http;
    final RawHttp.Response answer;
    private final Encoding encoding;
    private final Deque<ServerMessage> waiting = new ArrayDeque<>();

    RawWebSocket(URI server, Encoding encoding, String... headers) throws IOException {
        this(server, encoding, new byte[0], headers);
    }

    /** @param behind sent together with the handshake */
    RawWebSocket(URI server, Encoding encoding, byte[] behind, String... headers) throws IOException {
        this(server, "/v1/ws", encoding, behind, headers);
    }

    private RawWebSocket(URI server, String target, Encoding encoding, byte[] behind, String... headers)
            throws IOException {
        this.encoding = encoding;
        http = new RawHttp(server);
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        first.writeBytes(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n"
                        + String.join("\r\n", HANDSHAKE)
                        + "\r\n"
                        + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n")
                        + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        first.writeBytes(behind);
        http.send(first.toByteArray());
        answer = http.head();
    }

    /** One that speaks something else than the feed's own protocol. */
    static RawWebSocket at(URI server, String target, String... headers) throws IOException {
        return new RawWebSocket(server, target, Encoding.JSON, new byte[0], headers);
    }

    static RawWebSocket json(URI server) throws IOException {
        return new RawWebSocket(server, Encoding.JSON);
    }

    void send(String text) throws IOException {
        send(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same again and again, as fast as can be: in one piece, however busy this machine is. */
    void flood(int times, String text) throws IOException {
        byte[] frame = MaskedFrame.of(TEXT, true, text.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            all.writeBytes(frame);
        }
        http.send(all.toByteArray());
    }

    void send(int opcode, byte[] payload) throws IOException {
        http.send(MaskedFrame.of(opcode, true, payload));
    }

    /** The next frame of any kind; fails at the end of the stream. */
    Received next() throws IOException {
        DataInputStream in = new DataInputStream(http.in);
        int first = in.readUnsignedByte();
        int second = in.readUnsignedByte();
        long length = second & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        byte[] payload = new byte[Math.toIntExact(length)];
        in.readFully(payload);
        boolean compressed = (first & 0x40) != 0;
        return new Received(first & 0x0F, compressed, ByteBuffer.wrap(compressed ? inflate(payload) : payload));
    }

    /** The next frame of a kind; those before it are let go. */
    Received next(int opcode) throws IOException {
        Received received = next();
        while (received.opcode() != opcode) {
            received = next();
        }
        return received;
    }

    /** The next message that is wanted; those before it are let go. */
    <T extends ServerMessage> T message(Class<T> type, Predicate<T> wanted)
            throws IOException, MalformedFrameException {
        while (true) {
            for (ServerMessage message = waiting.poll(); message != null; message = waiting.poll()) {
                if (type.isInstance(message) && wanted.test(type.cast(message))) {
                    return type.cast(message);
                }
            }
            Received frame = next(encoding == Encoding.JSON ? TEXT : BINARY);
            waiting.addAll(FrameCodec.of(encoding).decodeServerFrame(frame.bytes()));
        }
    }

    <T extends ServerMessage> T message(Class<T> type) throws IOException, MalformedFrameException {
        return message(type, message -> true);
    }

    /** Whether the server closed the connection. */
    boolean atEnd() throws IOException {
        return http.in.read() < 0;
    }

    private static byte[] inflate(byte[] deflated) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] chunk = new byte[4096];
            inflater.setInput(deflated);
            for (int count = inflater.inflate(chunk); count > 0; count = inflater.inflate(chunk)) {
                out.write(chunk, 0, count);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new IOException(e);
        } finally {
            inflater.end();
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
