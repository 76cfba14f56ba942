package dev.liveticker.server.transport.websocket;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The sockets that are open, those included that only wait for the client's good-bye. */
final class OpenSockets {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition none = lock.newCondition();
    private final Set<WebSocketConnection> sockets = new HashSet<>();

    void add(WebSocketConnection socket) {
        lock.lock();
        try {
            sockets.add(socket);
        } finally {
            lock.unlock();
        }
    }

    void remove(WebSocketConnection socket) {
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
