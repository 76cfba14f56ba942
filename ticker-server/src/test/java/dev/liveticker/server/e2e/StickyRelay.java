package dev.liveticker.server.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A load balancer for one client: it leads its connections to one server, until that is not ready to serve; then to the
 * next.
 */
final class StickyRelay implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<InetSocketAddress> servers;
    private final AtomicInteger chosen;

    /** @param first which of them it begins with */
    StickyRelay(List<URI> servers, int first) throws IOException {
        this.chosen = new AtomicInteger(first);
        this.servers = servers.stream()
                .map(server -> new InetSocketAddress(server.getHost(), server.getPort()))
                .toList();
        Thread.ofVirtual().name("sticky-relay").start(this::acceptAll);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    private void serve(Socket client) {
        int first = chosen.get();
        for (int i = first; i < first + servers.size(); i++) {
            InetSocketAddress address = servers.get(Math.floorMod(i, servers.size()));
            if (!isReady(address)) {
                continue;
            }
            Socket server = new Socket();
            try {
                server.connect(address, 1_000);
                chosen.set(i);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> pump(client, server));
                pump(server, client);
                return;
            } catch (IOException e) {
                // Nobody listens there: the next.
                close(server);
            }
        }
        close(client);
    }

    private static boolean isReady(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, 1_000);
            socket.setSoTimeout(2_000);
            socket.getOutputStream()
                    .write("GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
            return new String(status, StandardCharsets.US_ASCII).equals("HTTP/1.1 200");
        } catch (IOException e) {
            // Gone, or it says nothing.
            return false;
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException e) {
            // One side is gone; closing the other, as the try does, is all there is to do.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is what was wanted.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
