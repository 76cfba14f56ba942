package dev.liveticker.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** A connection whose every byte a test decides on. Reading gives up after a minute. */
final class RawHttp implements AutoCloseable {

    record Response(int status, Map<String, String> headers, String body) {}

    static final int PATIENCE_MILLIS = 60_000;

    private static final SSLContext TRUSTING = trusting();

    /** What is written to and read from. */
    final Socket socket;

    private final Socket tcp;
    final InputStream in;

    RawHttp(URI server) throws IOException {
        this(server, null);
    }

    /** @param from the address to come from; null for whichever */
    RawHttp(URI server, InetAddress from) throws IOException {
        tcp = new Socket();
        if (from != null) {
            tcp.bind(new InetSocketAddress(from, 0));
        }
        // Small, so that a client that does not read is felt by the server soon.
        tcp.setReceiveBufferSize(8 * 1024);
        tcp.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        tcp.setSoTimeout(PATIENCE_MILLIS);
        tcp.setTcpNoDelay(true);
        socket = server.getScheme().equals("https")
                ? TRUSTING.getSocketFactory().createSocket(tcp, server.getHost(), server.getPort(), true)
                : tcp;
        in = new BufferedInputStream(socket.getInputStream());
    }

    private static SSLContext trusting() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Trusting()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Trusts everybody: who the server is, is not what these tests are about. */
    private static final class Trusting extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Lines of a request head, the empty one at the end added. */
    void request(String... lines) throws IOException {
        send((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    void get(String target, String... headers) throws IOException {
        String[] lines = new String[2 + headers.length];
        lines[0] = "GET " + target + " HTTP/1.1";
        lines[1] = "Host: localhost";
        System.arraycopy(headers, 0, lines, 2, headers.length);
        request(lines);
    }

    /** Posts a body as it is. */
    void post(String target, String mediaType, byte[] body) throws IOException {
        request(
                "POST " + target + " HTTP/1.1",
                "Host: localhost",
                "Content-Type: " + mediaType,
                "Content-Length: " + body.length);
        send(body);
    }

    /** A line without its end; null at the end of the stream. */
    String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b;
        while ((b = in.read()) != '\n') {
            if (b < 0) {
                return line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** Status and headers (names in lower case); the body is left. */
    Response head() throws IOException {
        String status = line();
        if (status == null) {
            throw new IOException("closed without an answer");
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); line != null && !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Response(Integer.parseInt(status.split(" ", -1)[1]), headers, "");
    }

    /** A whole answer that says how long it is. */
    Response response() throws IOException {
        Response head = head();
        byte[] body = in.readNBytes(Integer.parseInt(head.headers().getOrDefault("content-length", "0")));
        return new Response(head.status(), head.headers(), new String(body, StandardCharsets.UTF_8));
    }

    /** What is below TLS, if there is TLS. */
    Socket tcp() {
        return tcp;
    }

    /** Resets the connection, as a crash of the client's machine may. */
    void reset() throws IOException {
        tcp.setSoLinger(true, 0);
        tcp.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
