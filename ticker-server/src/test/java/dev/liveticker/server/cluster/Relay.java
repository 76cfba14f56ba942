package dev.liveticker.server.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a node and its Redis: can cut the line, or hold all that is on it back for a while. */
public final class Relay implements AutoCloseable {

    private static final int PIECE = 64 * 1024;

    private final ServerSocket listener;
    private final int upstream;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Object lock = new Object();
    private boolean cut;
    private boolean holding;

    /** @param upstream the port of Redis on this machine */
    public Relay(int upstream) throws IOException {
        this.upstream = upstream;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("relay").start(this::acceptAll);
    }

    /** Where the node is to look for Redis. */
    public URI uri() {
        return URI.create("redis://127.0.0.1:" + listener.getLocalPort());
    }

    /** Ends all connections and takes no more. */
    public void cut() {
        synchronized (lock) {
            cut = true;
        }
        sockets.forEach(Relay::reset);
    }

    /** Takes connections again. */
    public void mend() {
        synchronized (lock) {
            cut = false;
        }
    }

    /** Lets nothing through, but loses nothing either. */
    public void hold() {
        synchronized (lock) {
            holding = true;
        }
    }

    /** Lets through what was held back, also of a side that has gone meanwhile, and all that comes. */
    public void release() {
        synchronized (lock) {
            holding = false;
            lock.notifyAll();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        release();
        cut();
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                Socket node = listener.accept();
                if (isCut()) {
                    reset(node);
                    continue;
                }
                Socket redis = new Socket();
                redis.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), upstream), 2_000);
                node.setTcpNoDelay(true);
                redis.setTcpNoDelay(true);
                sockets.add(node);
                sockets.add(redis);
                Thread.ofVirtual().start(() -> pump(node, redis));
                Thread.ofVirtual().start(() -> pump(redis, node));
            } catch (IOException e) {
                // Closed, or Redis is away: the node sees its connection end, which is what it has to survive.
            }
        }
    }

    private void pump(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] piece = new byte[PIECE];
            int length = in.read(piece);
            while (length >= 0) {
                pass();
                out.write(piece, 0, length);
                length = in.read(piece);
            }
            pass();
        } catch (IOException e) {
            // One side is gone; closing the other, as the try does, is all there is to do.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private void pass() throws InterruptedException {
        synchronized (lock) {
            while (holding) {
                lock.wait();
            }
        }
    }

    private boolean isCut() {
        synchronized (lock) {
            return cut;
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // Already closed.
        }
    }
}
