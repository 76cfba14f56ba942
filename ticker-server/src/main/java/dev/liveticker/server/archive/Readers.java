package dev.liveticker.server.archive;

import dev.liveticker.server.data.SqliteFile;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A few connections that many threads read by, one at a time each; how many wait for one is bounded. */
final class Readers implements AutoCloseable {

    private static final int CONNECTIONS = 2;
    private static final int MOST_WAITING = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(1);

    private final BlockingQueue<Connection> free = new ArrayBlockingQueue<>(CONNECTIONS);
    private final Semaphore places = new Semaphore(CONNECTIONS + MOST_WAITING);
    private volatile boolean closed;

    /** Whether nobody waits any more for those that are in use. */
    private volatile boolean abandoned;

    /** What makes a connection. */
    @FunctionalInterface
    interface Opening {
        Connection open() throws SQLException;
    }

    /** What is read. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    Readers(Opening opening) throws SQLException {
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                free.add(opening.open());
            }
        } catch (SQLException e) {
            free.forEach(SqliteFile::close);
            throw e;
        }
    }

    /**
     * Reads, when its turn comes; the caller's thread waits.
     *
     * @throws ArchiveBusyException if too many wait already, or for too long
     * @throws IOException if it cannot be read
     */
    <T> T ask(Question<T> question) throws IOException {
        if (closed) {
            throw new IOException("the archive is closed");
        }
        if (!places.tryAcquire()) {
            throw new ArchiveBusyException();
        }
        try {
            Connection connection = free.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (connection == null) {
                throw new ArchiveBusyException();
            }
            try {
                return question.ask(connection);
            } catch (SQLException e) {
                throw new IOException("SQLite: " + e.getMessage(), e);
            } finally {
                free.add(connection);
                if (abandoned) {
                    closeFree();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            places.release();
        }
    }

    /** How many ask at the moment. */
    int asking() {
        return CONNECTIONS + MOST_WAITING - places.availablePermits();
    }

    /** Closes them as they come free, and waits for that for a while. Harmless when repeated. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                SqliteFile.close(free.poll(LAST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        abandoned = true;
        closeFree();
    }

    private void closeFree() {
        for (Connection left = free.poll(); left != null; left = free.poll()) {
            SqliteFile.close(left);
        }
    }
}
