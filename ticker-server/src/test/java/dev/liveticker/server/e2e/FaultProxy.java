package dev.liveticker.server.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands between client and server on a real socket and does harm on request. A fault holds for connections made after
 * it was set; {@link #cutAll} ends those that are open.
 */
final class FaultProxy implements AutoCloseable {

    private static final int PIECE = 16 * 1024;

    private final ServerSocket listener;
    private final InetSocketAddress upstream;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger harmed = new AtomicInteger();
    private volatile Fault fault = new Fault.None();
    private volatile boolean refusing;

    FaultProxy(URI server) throws IOException {
        this.upstream = new InetSocketAddress(server.getHost(), server.getPort());
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("fault-proxy").start(this::acceptAll);
    }

    /** Where clients are to connect. */
    URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** What to do to connections made from now on. */
    void set(Fault newFault) {
        fault = newFault;
    }

    /** Whether to close new connections at once. */
    void refuse(boolean refuse) {
        refusing = refuse;
    }

    /** Resets every open connection. */
    void cutAll() {
        sockets.forEach(FaultProxy::reset);
    }

    int accepted() {
        return accepted.get();
    }

    /** How many connections a fault has struck so far. */
    int harmed() {
        return harmed.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cutAll();
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                accepted.incrementAndGet();
                if (refusing) {
                    reset(client);
                    continue;
                }
                Socket server = new Socket();
                server.connect(upstream, 2_000);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                sockets.add(client);
                sockets.add(server);
                Fault forThis = fault;
                Thread.ofVirtual().start(() -> pump(client, server, new Fault.None()));
                Thread.ofVirtual().start(() -> pump(server, client, forThis));
            } catch (IOException e) {
                // Closed, or the server is away: the client sees its connection end, which is what it has to survive.
            }
        }
    }

    private void pump(Socket from, Socket to, Fault how) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] piece = new byte[PIECE];
            long passed = 0;
            boolean silent = false;
            Random random = new Random(7);
            int length = in.read(piece);
            while (length >= 0) {
                switch (how) {
                    case Fault.None ignored -> out.write(piece, 0, length);
                    case Fault.Cut(long afterBytes) -> {
                        if (passed + length >= afterBytes) {
                            out.write(piece, 0, (int) Math.max(0, afterBytes - passed));
                            harmed.incrementAndGet();
                            reset(to);
                            return;
                        }
                        out.write(piece, 0, length);
                    }
                    case Fault.DropHalfway(long afterBytes) -> {
                        if (passed + length >= afterBytes) {
                            out.write(piece, 0, (int) Math.max(0, afterBytes - passed));
                            harmed.incrementAndGet();
                            return;
                        }
                        out.write(piece, 0, length);
                    }
                    case Fault.Stall(long afterBytes) -> {
                        if (passed < afterBytes) {
                            out.write(piece, 0, length);
                        } else if (!silent) {
                            silent = true;
                            harmed.incrementAndGet();
                        }
                    }
                    case Fault.Delay(Duration by) -> {
                        LockSupport.parkNanos(by.toNanos());
                        harmed.incrementAndGet();
                        out.write(piece, 0, length);
                    }
                    case Fault.Garbage(long everyBytes, int garbage) -> {
                        int before = (int) (everyBytes - passed % everyBytes);
                        if (before <= length) {
                            out.write(piece, 0, before);
                            byte[] noise = new byte[garbage];
                            random.nextBytes(noise);
                            out.write(noise);
                            out.write(piece, before, length - before);
                            harmed.incrementAndGet();
                        } else {
                            out.write(piece, 0, length);
                        }
                    }
                    case Fault.Trickle(int bytesPerSecond) -> {
                        harmed.incrementAndGet();
                        int step = Math.max(1, bytesPerSecond / 50);
                        for (int at = 0; at < length; at += step) {
                            out.write(piece, at, Math.min(step, length - at));
                            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos() * step / bytesPerSecond);
                        }
                    }
                }
                out.flush();
                passed += length;
                length = in.read(piece);
            }
        } catch (IOException e) {
            // One side is gone; closing the other, as the try does, is all there is to do.
        } finally {
            sockets.remove(from);
            sockets.remove(to);
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
