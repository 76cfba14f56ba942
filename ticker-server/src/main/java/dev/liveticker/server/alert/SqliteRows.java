package dev.liveticker.server.alert;

import dev.liveticker.message.Notification;
import dev.liveticker.model.Alert;
import dev.liveticker.model.AlertCondition;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads all there is. What cannot be is an {@link IllegalArgumentException}: the file is not as it was written. */
final class SqliteRows {

    private SqliteRows() {}

    static AlertStore.Contents read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return new AlertStore.Contents(
                    alerts(statement), notifications(statement), references(statement), dropped(statement));
        }
    }

    private static List<OwnedAlert> alerts(Statement statement) throws SQLException {
        List<OwnedAlert> alerts = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT * FROM alert ORDER BY ordinal")) {
            while (row.next()) {
                AlertCondition condition = AlertCondition.parse(text(row, "condition"))
                        .orElseThrow(() -> new IllegalArgumentException("an alert has an unknown condition"));
                BigDecimal level = new BigDecimal(text(row, "level"));
                long firedTime = row.getLong("fired_time");
                Long fired = row.wasNull() ? null : firedTime;
                alerts.add(new OwnedAlert(
                        text(row, "user"),
                        new Alert(
                                text(row, "id"),
                                new Symbol(text(row, "symbol")),
                                condition,
                                condition.percent() ? null : level,
                                condition.percent() ? level : null,
                                row.getInt("repeat") != 0,
                                row.getString("note"),
                                row.getInt("active") != 0,
                                fired)));
            }
        }
        return alerts;
    }

    private static List<KeptNotification> notifications(Statement statement) throws SQLException {
        List<KeptNotification> notifications = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT * FROM notification ORDER BY ordinal")) {
            while (row.next()) {
                String symbol = row.getString("symbol");
                notifications.add(new KeptNotification(
                        row.getLong("ordinal"),
                        new Notification(
                                text(row, "id"),
                                text(row, "user"),
                                text(row, "kind"),
                                row.getString("alert"),
                                symbol == null ? null : new Symbol(symbol),
                                text(row, "text"),
                                decimal(row, "price"),
                                row.getLong("time"))));
            }
        }
        return notifications;
    }

    private static Map<Symbol, Reference> references(Statement statement) throws SQLException {
        Map<Symbol, Reference> references = new LinkedHashMap<>();
        try (ResultSet row = statement.executeQuery("SELECT * FROM reference")) {
            while (row.next()) {
                references.put(
                        new Symbol(text(row, "symbol")),
                        new Reference(
                                decimal(row, "last"), decimal(row, "previous_close"), decimal(row, "change_from")));
            }
        }
        return references;
    }

    private static Map<String, Long> dropped(Statement statement) throws SQLException {
        Map<String, Long> dropped = new LinkedHashMap<>();
        try (ResultSet row = statement.executeQuery("SELECT * FROM dropped")) {
            while (row.next()) {
                dropped.put(text(row, "user"), row.getLong("count"));
            }
        }
        return dropped;
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        if (text == null) {
            throw new IllegalArgumentException(column + " is missing");
        }
        return text;
    }

    private static @Nullable BigDecimal decimal(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : new BigDecimal(text);
    }
}
