package dev.liveticker.benchmarks.soak;

import dev.liveticker.benchmarks.load.Dialect;
import dev.liveticker.benchmarks.load.WebSocketReader;
import dev.liveticker.model.Symbol;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A client on a WebSocket (RFC 6455), whatever is spoken over it. */
abstract class SocketClient extends RawClient {

    private static final byte[] DEFLATE_TAIL = {0, 0, (byte) 0xFF, (byte) 0xFF};
    private static final int INFLATED_AT_ONCE = 8 << 10;
    private static final Duration SILENCE = Duration.ofSeconds(8);
    private static final int PONG = 0xA;

    SocketClient(String name, Surroundings around, List<Symbol> traded, SplittableRandom random) {
        super(name, around, traded, random);
    }

    /** Path and query. */
    abstract String target();

    /** Fields of the handshake besides the usual ones, a line each. */
    abstract String fields();

    /** The connection is open, and nothing was said on it. */
    abstract void opened(URI node) throws IOException;

    /** A whole message, inflated. */
    abstract void message(byte[] payload) throws IOException;

    @Override
    Duration silence() {
        return SILENCE;
    }

    @Override
    void converse(URI node, Wire connection) throws IOException {
        byte[] key = new byte[16];
        random().nextBytes(key);
        connection.write("GET " + target() + " HTTP/1.1\r\nHost: " + node.getAuthority()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                + Base64.getEncoder().encodeToString(key) + "\r\n" + fields() + "\r\n");
        connection.head().expect(101);
        opened(node);
        Inflater inflater = new Inflater(true);
        try {
            WebSocketReader reader = new WebSocketReader(new Listener(connection, inflater));
            while (!leaving()) {
                ByteBuffer bytes = connection.next();
                reader.read(bytes, bytes.position(), bytes.limit());
            }
        } finally {
            inflater.end();
        }
    }

    final void say(byte[] payload, int opcode) throws IOException {
        Wire connection = wire().orElse(null);
        if (connection != null) {
            connection.write(Dialect.frame(opcode, payload));
        }
    }

    final void say(String text) throws IOException {
        say(text.getBytes(StandardCharsets.UTF_8), WebSocketReader.TEXT);
    }

    /** Bytes that are no frame, a frame without a mask, an unknown opcode, or a message that is none. */
    @Override
    void babble(SplittableRandom chance) throws IOException {
        switch (chance.nextInt(4)) {
            case 0 -> super.babble(chance);
            case 1 -> {
                Wire connection = wire().orElse(null);
                if (connection != null) {
                    connection.write(ByteBuffer.wrap(new byte[] {(byte) 0x81, 2, '[', ']'}));
                }
            }
            case 2 -> say(new byte[] {1, 2, 3}, 0x3);
            default -> say("[{\"type\":\"subscribe\",\"channel\":[");
        }
    }

    /** Puts the pieces of messages together, and answers pings. */
    private final class Listener implements WebSocketReader.Sink {

        private final Wire connection;
        private final Inflater inflater;
        private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();

        Listener(Wire connection, Inflater inflater) {
            this.connection = connection;
            this.inflater = inflater;
        }

        @Override
        public void payload(ByteBuffer bytes, int from, int to, boolean compressed) {
            gathered.write(bytes.array(), bytes.arrayOffset() + from, to - from);
        }

        @Override
        public void messageEnd(boolean compressed) throws IOException {
            byte[] payload = gathered.toByteArray();
            gathered.reset();
            message(compressed ? inflate(payload) : payload);
        }

        private byte[] inflate(byte[] payload) throws IOException {
            ByteArrayOutputStream plain = new ByteArrayOutputStream(4 * payload.length);
            byte[] part = new byte[INFLATED_AT_ONCE];
            inflater.reset();
            try {
                for (byte[] input : List.of(payload, DEFLATE_TAIL)) {
                    inflater.setInput(input);
                    int length;
                    while ((length = inflater.inflate(part)) > 0) {
                        plain.write(part, 0, length);
                    }
                }
            } catch (DataFormatException e) {
                throw (ProtocolException) new ProtocolException("a message does not inflate").initCause(e);
            }
            return plain.toByteArray();
        }

        @Override
        public void control(int opcode, byte[] payload) throws IOException {
            if (opcode == WebSocketReader.PING) {
                connection.write(Dialect.frame(PONG, payload));
            } else if (opcode == WebSocketReader.CLOSE) {
                int code = payload.length < 2 ? 1005 : ((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF);
                throw new TurnedAwayException("closed by the server: " + code, waitAfter(code));
            }
        }

        /** Rate limited, and overloaded: nothing says how long, so a while. */
        private static Duration waitAfter(int code) {
            return code == 4429 || code == 1013 ? Duration.ofSeconds(2) : Duration.ZERO;
        }
    }
}
