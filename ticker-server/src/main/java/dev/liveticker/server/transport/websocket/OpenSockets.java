package dev.liveticker.server.transport.websocket;

import io.undertow.server.ServerConnection;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The sockets that are open: from before the client can know of its handshake, to the end of the connection, so that
 * whoever waits for none misses nobody. Any thread.
 */
final class OpenSockets {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition none = lock.newCondition();
    private final Set<ServerConnection> sockets = new HashSet<>();

    /** To be removed by itself when it is closed. */
    void add(ServerConnection socket) {
        lock.lock();
        try {
            sockets.add(socket);
        } finally {
            lock.unlock();
        }
        socket.addCloseListener(this::remove);
    }

    private void remove(ServerConnection socket) {
        lock.lock();
        try {
            sockets.remove(socket);
            if (sockets.isEmpty()) {
                none.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** False if some are still open when the time is over. */
    boolean awaitNone(Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (!sockets.isEmpty() && left > 0) {
                left = none.awaitNanos(left);
            }
            return sockets.isEmpty();
        } finally {
            lock.unlock();
        }
    }
}
