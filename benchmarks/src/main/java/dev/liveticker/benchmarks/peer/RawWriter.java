package dev.liveticker.benchmarks.peer;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.Quote;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * The least a WebSocket server can do: one thread writes one prebuilt frame, from one buffer, to whichever socket takes
 * it, for ever. What it reaches is the machine's limit for writes of that size; nothing is subscribed to, numbered,
 * encoded or paced, and the times in its quotes mean nothing.
 */
public final class RawWriter {

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final Selector selector = Selector.open();
    private final ByteBuffer frame;
    private volatile boolean writing;

    private RawWriter(ByteBuffer frame) throws IOException {
        this.frame = frame;
    }

    /** One client: how far the frame is written to it. */
    private static final class Socket {
        final StringBuilder request = new StringBuilder();
        final ByteBuffer next;
        boolean upgraded;

        Socket(ByteBuffer frame) {
            next = frame.duplicate();
        }
    }

    /** Arguments: the number of symbols and the messages a frame. */
    public static void main(String[] args) throws IOException {
        RawWriter writer = new RawWriter(frame(Integer.parseInt(args[0]), Integer.parseInt(args[1])));
        ServerSocketChannel listening =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        listening.configureBlocking(false);
        listening.register(writer.selector, SelectionKey.OP_ACCEPT);
        Thread thread = new Thread(writer::serve, "raw-writer");
        thread.setDaemon(true);
        thread.start();
        Reins.hold(((InetSocketAddress) listening.getLocalAddress()).getPort(), writer::rate);
    }

    /** A text frame of quotes with its header, ready to be written. */
    private static ByteBuffer frame(int symbols, int messages) {
        Instant now = Instant.now();
        List<Quote> quotes = new SyntheticMarket(symbols, true)
                .next(messages, now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000);
        byte[] payload = FrameCodec.of(Encoding.JSON).encodeServerFrame(quotes);
        return ByteBuffer.allocateDirect(payload.length + 10)
                .put((byte) 0x81)
                .put((byte) 127)
                .putLong(payload.length)
                .put(payload)
                .flip();
    }

    private void rate(int perSecond) {
        writing = perSecond > 0;
        selector.wakeup();
    }

    private void serve() {
        try {
            boolean wasWriting = false;
            while (true) {
                selector.select(this::serve);
                if (writing != wasWriting) {
                    wasWriting = writing;
                    for (SelectionKey key : selector.keys()) {
                        if (key.attachment() instanceof Socket socket && socket.upgraded) {
                            key.interestOps(wasWriting ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the selector failed", e);
        }
    }

    private void serve(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                SocketChannel channel = ((ServerSocketChannel) key.channel()).accept();
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ, new Socket(frame));
            } else if (key.isWritable()) {
                Socket socket = (Socket) key.attachment();
                if (!socket.next.hasRemaining()) {
                    socket.next.clear().limit(frame.limit());
                }
                ((SocketChannel) key.channel()).write(socket.next);
            } else {
                read((SocketChannel) key.channel(), key, (Socket) key.attachment());
            }
        } catch (IOException e) {
            close(key);
        }
    }

    private void read(SocketChannel channel, SelectionKey key, Socket socket) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8 << 10);
        if (channel.read(bytes) < 0) {
            throw new IOException("the client is gone");
        }
        if (socket.upgraded) {
            return;
        }
        socket.request.append(StandardCharsets.US_ASCII.decode(bytes.flip()));
        if (socket.request.indexOf("\r\n\r\n") >= 0) {
            socket.upgraded = true;
            channel.write(ByteBuffer.wrap(response(socket.request.toString()).getBytes(StandardCharsets.US_ASCII)));
            if (writing) {
                key.interestOps(SelectionKey.OP_WRITE);
            }
        }
    }

    private static String response(String request) {
        String key = request.lines()
                .filter(line -> line.regionMatches(true, 0, "Sec-WebSocket-Key:", 0, 18))
                .findFirst()
                .map(line -> line.substring(18).strip())
                .orElse("");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    private static void close(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException e) {
            System.err.println("closing a socket: " + e.getMessage());
        }
    }
}
