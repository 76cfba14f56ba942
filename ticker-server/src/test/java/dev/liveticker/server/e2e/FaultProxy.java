package dev.liveticker.server.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Stands between a client and a server, and does to their connections what networks do. */
final class FaultProxy implements AutoCloseable {

    /** What is done to what the server sends. */
    enum Fault {
        /** Nothing. */
        NONE,
        /** The connection is cut. */
        CUT,
        /** Half of what came is passed on, then the connection is cut. */
        CUT_HALF_WAY,
        /** Nothing is passed on any more, and nobody is told. */
        STALL,
        /** All comes late, in small pieces. */
        DELAY,
        /** What comes is followed by what nobody sent. */
        GARBAGE
    }

    private static final byte[] GARBAGE = "\u0000\u00ff]}garbage\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    private final ServerSocket socket;
    private final URI server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger struck = new AtomicInteger();
    private volatile Fault fault = Fault.NONE;

    FaultProxy(URI server) throws IOException {
        this.server = server;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("fault-proxy").start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** From now on, on every connection. */
    void does(Fault newFault) {
        struck.set(0);
        fault = newFault;
    }

    /** How often the fault struck since it was set. */
    int struck() {
        return struck.get();
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
                Socket client = socket.accept();
                Socket upstream = new Socket(server.getHost(), server.getPort());
                open.add(client);
                open.add(upstream);
                Thread.ofPlatform().daemon().name("to-server").start(() -> pass(client, upstream, false));
                Thread.ofPlatform().daemon().name("to-client").start(() -> pass(upstream, client, true));
            }
        } catch (SocketException e) {
            // Closed.
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void pass(Socket from, Socket to, boolean faulty) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                Fault now = faulty ? fault : Fault.NONE;
                if (now != Fault.NONE) {
                    struck.incrementAndGet();
                }
                switch (now) {
                    case NONE -> out.write(buffer, 0, count);
                    case CUT -> {
                        return;
                    }
                    case CUT_HALF_WAY -> {
                        out.write(buffer, 0, count / 2);
                        return;
                    }
                    case STALL -> {
                        in.transferTo(OutputStream.nullOutputStream());
                        return;
                    }
                    case DELAY -> trickle(buffer, count, out);
                    case GARBAGE -> {
                        out.write(buffer, 0, count);
                        out.write(GARBAGE);
                    }
                }
            }
        } catch (IOException e) {
            // One of the two went away; the other is closed with it.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void trickle(byte[] buffer, int count, OutputStream out) throws IOException {
        for (int from = 0; from < count; from += 97) {
            out.write(buffer, from, Math.min(97, count - from));
            out.flush();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }
}
