package dev.liveticker.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server over real sockets that does exactly what a test's script says, byte by byte if need be: so that it can also
 * do what no decent server does.
 */
public final class ScriptedServer implements AutoCloseable {

    /** What to do with one request. */
    @FunctionalInterface
    public interface Script {

        void run(Request request, Peer peer) throws Exception;
    }

    /** @param head the request line and the headers */
    public record Request(String head, String body) {

        public String path() {
            return head.split(" ", 3)[1];
        }

        public String method() {
            return head.split(" ", 2)[0];
        }

        public String header(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    private final ServerSocket socket;
    private final Script script;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    public ScriptedServer(Script script) throws IOException {
        this(0, script);
    }

    public ScriptedServer(int port, Script script) throws IOException {
        this.socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.script = script;
        Thread.ofPlatform().daemon().name("scripted-server").start(this::accept);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    public int port() {
        return socket.getLocalPort();
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public long requests(String method, String path) {
        return requests.stream()
                .filter(request ->
                        request.method().equals(method) && request.path().startsWith(path))
                .count();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket one : open) {
            one.close();
        }
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                Socket accepted = socket.accept();
                open.add(accepted);
                Thread.ofPlatform().daemon().name("scripted-peer").start(() -> serve(accepted));
            }
        } catch (SocketException e) {
            // Closed.
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void serve(Socket accepted) {
        try (accepted) {
            InputStream in = accepted.getInputStream();
            Peer peer = new Peer(in, accepted.getOutputStream());
            while (!peer.closed) {
                Request request = read(in);
                if (request == null) {
                    return;
                }
                requests.add(request);
                peer.upgradeKey = request.header("Sec-WebSocket-Key");
                script.run(request, peer);
            }
        } catch (IOException e) {
            // The client went away.
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            open.remove(accepted);
        }
    }

    private static Request read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                return null;
            }
            head.write(b);
        }
        Request request = new Request(head.toString(ISO_8859_1), "");
        String length = request.header("Content-Length");
        return length.isEmpty()
                ? request
                : new Request(request.head(), new String(in.readNBytes(Integer.parseInt(length)), UTF_8));
    }

    /** The other side of one connection. */
    public static final class Peer {

        private final InputStream in;
        private final OutputStream out;
        private String upgradeKey = "";
        private boolean closed;

        private Peer(InputStream in, OutputStream out) {
            this.in = in;
            this.out = out;
        }

        public Peer write(String text) throws IOException {
            return write(text.getBytes(UTF_8));
        }

        public Peer write(byte[] bytes) throws IOException {
            synchronized (out) {
                out.write(bytes);
                out.flush();
            }
            return this;
        }

        /** An answer without more to it. */
        public void answer(int status, String headers, String body) throws IOException {
            write("HTTP/1.1 " + status + " So\r\n" + headers + "Content-Length: " + body.getBytes(UTF_8).length
                    + "\r\n\r\n" + body);
        }

        public void json(String body) throws IOException {
            answer(200, "Content-Type: application/json\r\n", body);
        }

        /** Begins an event stream, which ends with the connection. */
        public Peer eventStream() throws IOException {
            closed = true;
            return write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream;charset=utf-8\r\n\r\n");
        }

        public Peer event(String id, String data) throws IOException {
            return write("id: " + id + "\ndata: " + data + "\n\n");
        }

        /** Accepts a WebSocket. */
        public Peer upgrade(String headers) throws IOException, GeneralSecurityException {
            closed = true;
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest((upgradeKey + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(ISO_8859_1));
            return write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(digest) + "\r\n" + headers
                    + "\r\n");
        }

        public Peer text(String text) throws IOException {
            return frame(0x81, text.getBytes(UTF_8));
        }

        public Peer closeFrame(int code) throws IOException {
            return frame(0x88, ByteBuffer.allocate(2).putShort((short) code).array());
        }

        /** @param first the first byte of the frame, RFC 6455 section 5.2 */
        public Peer frame(int first, byte[] payload) throws IOException {
            ByteBuffer frame = ByteBuffer.allocate(10 + payload.length);
            frame.put((byte) first);
            if (payload.length < 126) {
                frame.put((byte) payload.length);
            } else if (payload.length < 65_536) {
                frame.put((byte) 126).putShort((short) payload.length);
            } else {
                frame.put((byte) 127).putLong(payload.length);
            }
            frame.put(payload).flip();
            byte[] bytes = new byte[frame.remaining()];
            frame.get(bytes);
            return write(bytes);
        }

        /** The payload of the next frame; empty once the client is gone. */
        public String readFrame() throws IOException {
            int first = in.read();
            if (first < 0) {
                return "";
            }
            int length = in.read() & 0x7F;
            if (length == 126) {
                length = ByteBuffer.wrap(in.readNBytes(2)).getShort() & 0xFFFF;
            }
            byte[] mask = in.readNBytes(4);
            byte[] payload = in.readNBytes(length);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            return (first & 0x0F) == 8 ? "" : new String(payload, UTF_8);
        }

        /** Blocks until the client is gone. */
        public void awaitEnd() throws IOException {
            closed = true;
            in.transferTo(OutputStream.nullOutputStream());
        }

        /** Cuts the connection. */
        public void cut() throws IOException {
            closed = true;
            out.close();
        }
    }
}
