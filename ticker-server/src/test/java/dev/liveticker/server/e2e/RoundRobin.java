package dev.liveticker.server.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A load balancer that is sticky to nothing: each connection goes to the next server, or the one after it where nobody
 * listens.
 */
final class RoundRobin implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<InetSocketAddress> servers;
    private final AtomicInteger next = new AtomicInteger();

    RoundRobin(List<URI> servers) throws IOException {
        this.servers = servers.stream()
                .map(server -> new InetSocketAddress(server.getHost(), server.getPort()))
                .toList();
        Thread.ofVirtual().name("round-robin").start(this::acceptAll);
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
        int first = next.getAndIncrement();
        for (int i = 0; i < servers.size(); i++) {
            Socket server = new Socket();
            try {
                server.connect(servers.get(Math.floorMod(first + i, servers.size())), 1_000);
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
