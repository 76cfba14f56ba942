package dev.liveticker.benchmarks.soak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The load balancer before the nodes for one desktop, and as sticky as docs/deploy advises: it leads to the same node
 * until that is not ready, then to the next. It can cut all connections.
 */
final class Relay implements AutoCloseable {

    private static final int CONNECT_MILLIS = 1_000;
    private static final int READY_MILLIS = 2_000;
    private static final String READY = "HTTP/1.1 200";

    private final ServerSocket listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final Nodes nodes;
    private final AtomicInteger chosen;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** @param first the node it begins with */
    Relay(Nodes nodes, int first) throws IOException {
        this.nodes = nodes;
        this.chosen = new AtomicInteger(first);
        Thread.ofVirtual().name("relay").start(this::acceptAll);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** Ends every connection, in the middle of whatever is on it. */
    void cutAll() {
        open.forEach(Relay::close);
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                // Closed, or the client left before it was accepted.
            }
        }
    }

    private void serve(Socket client) {
        int first = chosen.get();
        for (int i = first; i < first + nodes.count(); i++) {
            int number = Math.floorMod(i, nodes.count());
            URI node = nodes.address(number);
            if (!isReady(node)) {
                continue;
            }
            Socket server = new Socket();
            try {
                server.connect(at(node), CONNECT_MILLIS);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
            } catch (IOException e) {
                // Nobody listens there any more: the next.
                close(server);
                continue;
            }
            chosen.set(number);
            open.add(client);
            Thread.ofVirtual().start(() -> pump(client, server));
            pump(server, client);
            open.remove(client);
            return;
        }
        close(client);
    }

    private static InetSocketAddress at(URI node) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), node.getPort());
    }

    private static boolean isReady(URI node) {
        try (Socket socket = new Socket()) {
            socket.connect(at(node), CONNECT_MILLIS);
            socket.setSoTimeout(READY_MILLIS);
            socket.getOutputStream()
                    .write("GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] status = socket.getInputStream().readNBytes(READY.length());
            return new String(status, StandardCharsets.US_ASCII).equals(READY);
        } catch (IOException e) {
            // Gone, or it says nothing.
            return false;
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
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
        cutAll();
    }
}
