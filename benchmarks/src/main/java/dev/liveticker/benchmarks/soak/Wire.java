package dev.liveticker.benchmarks.soak;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A client's connection, close enough to the socket to misbehave. One thread reads; any may do the rest. */
final class Wire implements AutoCloseable {

    private static final int BUFFER = 16 << 10;
    private static final int MAX_HEAD = 16 << 10;
    private static final int CONNECT_MILLIS = 3_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private volatile long asleepUntil = System.nanoTime();

    private Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /** @param silence to be given up after */
    static Wire connect(URI server, Duration silence) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()), CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(Math.toIntExact(silence.toMillis()));
            return new Wire(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * What has come: a byte at least, to be used before the next call.
     *
     * @throws EOFException at the end
     */
    ByteBuffer next() throws IOException {
        if (from == to) {
            fill();
        }
        ByteBuffer rest = ByteBuffer.wrap(buffer, from, to - from);
        from = to;
        return rest;
    }

    private void fill() throws IOException {
        sleep();
        int read = in.read(buffer);
        if (read < 0) {
            throw new EOFException("the server closed the connection");
        }
        from = 0;
        to = read;
        sleep();
    }

    private void sleep() {
        long left;
        while ((left = asleepUntil - System.nanoTime()) > 0 && !socket.isClosed()) {
            LockSupport.parkNanos(Math.min(left, Duration.ofMillis(200).toNanos()));
        }
    }

    /** The head of an HTTP response. */
    HttpHead head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < 4) {
            if (from == to) {
                fill();
            }
            byte b = buffer[from++];
            head.write(b);
            matched = b == "\r\n\r\n".charAt(matched) ? matched + 1 : b == '\r' ? 1 : 0;
            if (head.size() > MAX_HEAD) {
                throw new ProtocolException("a response's head of more than " + MAX_HEAD + " bytes");
            }
        }
        return HttpHead.parse(head.toString(StandardCharsets.US_ASCII));
    }

    /** So many bytes. */
    byte[] body(int length) throws IOException {
        byte[] body = new byte[length];
        int have = 0;
        while (have < length) {
            if (from == to) {
                fill();
            }
            int more = Math.min(length - have, to - from);
            System.arraycopy(buffer, from, body, have, more);
            from += more;
            have += more;
        }
        return body;
    }

    synchronized void write(ByteBuffer bytes) throws IOException {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        out.write(copy);
        out.flush();
    }

    void write(String text) throws IOException {
        write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Reads nothing for a while. */
    void stall(Duration time) {
        asleepUntil = System.nanoTime() + time.toNanos();
    }

    /** Says that it will say no more, and goes on reading (FIN). */
    void halfClose() throws IOException {
        socket.shutdownOutput();
    }

    /** Vanishes without a word (RST). */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
