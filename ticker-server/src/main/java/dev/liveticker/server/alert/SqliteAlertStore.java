package dev.liveticker.server.alert;

import dev.liveticker.message.Notification;
import dev.liveticker.model.Alert;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.data.DataDirectory;
import dev.liveticker.server.data.SqliteFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Alerts in an SQLite file. Written ahead ({@code WAL}) and forced to the disk with every commit ({@code synchronous =
 * FULL}): a client that was told that its alert is set, or that its acknowledgement counts, may rely on it even where
 * the power fails. Commits are few, since each takes all that came since the one before.
 */
public final class SqliteAlertStore implements AlertStore {

    static final String FILE = "alerts.db";

    private final Connection connection;
    private final Contents contents;

    private SqliteAlertStore(Connection connection, Contents contents) {
        this.connection = connection;
        this.contents = contents;
    }

    /**
     * Opens the file in a directory. A file that cannot be read any more is set aside under another name, with an error
     * in the log, and a new one begun.
     *
     * @throws IOException if the file cannot be had, or is of a newer version
     */
    public static SqliteAlertStore open(DataDirectory directory, InstantSource clock) throws IOException {
        return new SqliteFile(directory.file(FILE), "the alerts and notifications in it", true, SqliteSchema.STEPS)
                .open(clock, connection -> new SqliteAlertStore(connection, SqliteRows.read(connection)));
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
        SqliteFile.close(connection);
    }
}
