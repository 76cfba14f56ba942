package dev.liveticker.server.alert;

import dev.liveticker.message.Notification;
import dev.liveticker.model.Alert;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Alerts in an SQLite file. Written ahead ({@code WAL}) and forced to the disk with every commit ({@code synchronous =
 * FULL}): a client that was told that its alert is set, or that its acknowledgement counts, may rely on it even where
 * the power fails. Commits are few, since each takes all that came since the one before.
 */
public final class SqliteAlertStore implements AlertStore {

    private static final Logger log = LoggerFactory.getLogger(SqliteAlertStore.class);

    static final String FILE = "alerts.db";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final DirectoryLock lock;
    private final Connection connection;
    private final Contents contents;

    private SqliteAlertStore(DirectoryLock lock, Connection connection, Contents contents) {
        this.lock = lock;
        this.connection = connection;
        this.contents = contents;
    }

    /**
     * Opens the file in a directory, which is made if it is not there. A file that cannot be read any more is set aside
     * under another name, with a warning, and a new one begun.
     *
     * @throws DirectoryInUseException if another server has the directory
     * @throws IOException if the file cannot be had, or is of a newer version
     */
    public static SqliteAlertStore open(Path directory, InstantSource clock) throws IOException {
        DirectoryLock lock = DirectoryLock.take(directory);
        try {
            Path file = directory.resolve(FILE);
            try {
                return open(lock, file);
            } catch (DamagedStoreException e) {
                Path aside = setAside(file, clock.instant());
                log.error(
                        "{} is damaged: the alerts and notifications in it cannot be read. It was set aside as {}, and"
                                + " a new one is begun",
                        file,
                        aside,
                        e);
                return open(lock, file);
            }
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static SqliteAlertStore open(DirectoryLock lock, Path file) throws IOException {
        Connection connection = null;
        try {
            SQLiteConfig config = new SQLiteConfig();
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
            connection = config.createConnection("jdbc:sqlite:" + file);
            check(connection);
            connection.setAutoCommit(false);
            SqliteSchema.update(connection);
            return new SqliteAlertStore(lock, connection, SqliteRows.read(connection));
        } catch (SQLException e) {
            close(connection);
            throw isDamage(e)
                    ? new DamagedStoreException("not a database any more", e)
                    : new IOException("cannot open " + file + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            close(connection);
            throw new DamagedStoreException("a value cannot be", e);
        } catch (DamagedStoreException e) {
            close(connection);
            throw e;
        } catch (IOException e) {
            close(connection);
            throw new IOException("cannot open " + file + ": " + e.getMessage(), e);
        }
    }

    private static void check(Connection connection) throws SQLException, DamagedStoreException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
            String verdict = result.next() ? result.getString(1) : "nothing";
            if (!"ok".equals(verdict)) {
                throw new DamagedStoreException("SQLite finds: " + verdict, null);
            }
        }
    }

    private static boolean isDamage(SQLException e) {
        if (!(e instanceof SQLiteException sqlite)) {
            return false;
        }
        int primary = sqlite.getResultCode().code & 0xFF;
        // A table or column that is not there (a plain error) means that the file is not what its version says.
        return primary == SQLiteErrorCode.SQLITE_CORRUPT.code
                || primary == SQLiteErrorCode.SQLITE_NOTADB.code
                || primary == SQLiteErrorCode.SQLITE_ERROR.code;
    }

    /** The log that SQLite writes ahead belongs to the file. */
    private static Path setAside(Path file, Instant now) throws IOException {
        String name = file.getFileName() + ".damaged-" + STAMP.format(now);
        for (String suffix : new String[] {"-wal", "-shm", ""}) {
            Path part = file.resolveSibling(file.getFileName() + suffix);
            if (Files.exists(part)) {
                Files.move(part, file.resolveSibling(name + suffix), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return file.resolveSibling(name);
    }

    @Override
    public Contents contents() {
        return contents;
    }

    @Override
    public boolean durable() {
        return true;
    }

    @Override
    public void save(Changes changes) throws IOException {
        try {
            saveAlerts(changes.alerts());
            saveNotifications(changes);
            saveReferences(changes.references());
            try (PreparedStatement put = connection.prepareStatement("INSERT OR REPLACE INTO dropped VALUES (?, ?)")) {
                for (Map.Entry<String, Long> dropped : changes.dropped().entrySet()) {
                    put.setString(1, dropped.getKey());
                    put.setLong(2, dropped.getValue());
                    put.executeUpdate();
                }
            }
            connection.commit();
        } catch (SQLException e) {
            rollback(e);
            throw new IOException("SQLite: " + e.getMessage(), e);
        }
    }

    private void rollback(SQLException why) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    private void saveAlerts(Map<AlertKey, Optional<OwnedAlert>> alerts) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM alert WHERE user = ? AND id = ?");
                PreparedStatement put = connection.prepareStatement("""
                        INSERT INTO alert (user, id, symbol, condition, level, repeat, note, active, fired_time)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (user, id) DO UPDATE SET symbol = excluded.symbol,
                        condition = excluded.condition, level = excluded.level, repeat = excluded.repeat,
                        note = excluded.note, active = excluded.active, fired_time = excluded.fired_time""")) {
            for (Map.Entry<AlertKey, Optional<OwnedAlert>> change : alerts.entrySet()) {
                if (change.getValue().isPresent()) {
                    put(put, change.getKey().user(), change.getValue().get().alert());
                } else {
                    delete.setString(1, change.getKey().user());
                    delete.setString(2, change.getKey().id());
                    delete.executeUpdate();
                }
            }
        }
    }

    private static void put(PreparedStatement put, String user, Alert alert) throws SQLException {
        put.setString(1, user);
        put.setString(2, alert.id());
        put.setString(3, alert.symbol().text());
        put.setString(4, alert.condition().code());
        put.setString(5, alert.level().toPlainString());
        put.setInt(6, alert.repeat() ? 1 : 0);
        put.setString(7, alert.note());
        put.setInt(8, alert.active() ? 1 : 0);
        put.setObject(9, alert.firedTime());
        put.executeUpdate();
    }

    private void saveNotifications(Changes changes) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM notification WHERE id = ?");
                PreparedStatement put =
                        connection.prepareStatement("INSERT INTO notification VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (String id : changes.removed()) {
                delete.setString(1, id);
                delete.executeUpdate();
            }
            for (KeptNotification kept : changes.added().values()) {
                Notification notification = kept.notification();
                Symbol symbol = notification.symbol();
                put.setLong(1, kept.ordinal());
                put.setString(2, notification.id());
                put.setString(3, notification.user());
                put.setString(4, notification.kind());
                put.setString(5, notification.alert());
                put.setString(6, symbol == null ? null : symbol.text());
                put.setString(7, notification.text());
                put.setString(8, plain(notification.price()));
                put.setLong(9, notification.time());
                put.executeUpdate();
            }
        }
    }

    private void saveReferences(Map<Symbol, Reference> references) throws SQLException {
        try (PreparedStatement put =
                connection.prepareStatement("INSERT OR REPLACE INTO reference VALUES (?, ?, ?, ?)")) {
            for (Map.Entry<Symbol, Reference> change : references.entrySet()) {
                put.setString(1, change.getKey().text());
                put.setString(2, plain(change.getValue().last()));
                put.setString(3, plain(change.getValue().previousClose()));
                put.setString(4, plain(change.getValue().changeFrom()));
                put.executeUpdate();
            }
        }
    }

    private static @Nullable String plain(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }

    @Override
    public void close() {
        close(connection);
        try {
            lock.close();
        } catch (IOException e) {
            log.warn("The lock of the data directory could not be let go", e);
        }
    }

    private static void close(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                log.warn("The database of alerts could not be closed", e);
            }
        }
    }
}
