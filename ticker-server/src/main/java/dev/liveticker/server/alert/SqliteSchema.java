package dev.liveticker.server.alert;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables, and how a file of an older version gets them. {@code PRAGMA user_version} says which it has. */
final class SqliteSchema {

    /** One step for each version, from an empty file on; a step that was ever released never changes. */
    private static final List<List<String>> STEPS = List.of(
            List.of("""
            CREATE TABLE alert (
                ordinal INTEGER PRIMARY KEY,
                user TEXT NOT NULL,
                id TEXT NOT NULL,
                symbol TEXT NOT NULL,
                condition TEXT NOT NULL,
                level TEXT NOT NULL,
                repeat INTEGER NOT NULL,
                note TEXT,
                active INTEGER NOT NULL,
                fired_time INTEGER,
                UNIQUE (user, id)
            ) STRICT""", """
            CREATE TABLE notification (
                ordinal INTEGER PRIMARY KEY,
                id TEXT NOT NULL UNIQUE,
                user TEXT NOT NULL,
                kind TEXT NOT NULL,
                alert TEXT,
                symbol TEXT,
                text TEXT NOT NULL,
                price TEXT,
                time INTEGER NOT NULL
            ) STRICT""", """
            CREATE TABLE reference (
                symbol TEXT PRIMARY KEY,
                last TEXT,
                previous_close TEXT,
                change_from TEXT
            ) STRICT""", "CREATE TABLE dropped (user TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT"));

    private SqliteSchema() {}

    /** @throws IOException if the file was written by a newer version */
    static void update(Connection connection) throws SQLException, IOException {
        int version = version(connection);
        if (version > STEPS.size()) {
            throw new IOException("its format is version " + version + ", and this program knows up to " + STEPS.size()
                    + ": use a newer one");
        }
        for (int step = version; step < STEPS.size(); step++) {
            try (Statement statement = connection.createStatement()) {
                for (String sql : STEPS.get(step)) {
                    statement.execute(sql);
                }
                statement.execute("PRAGMA user_version = " + (step + 1));
            }
            connection.commit();
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA user_version")) {
            return result.next() ? result.getInt(1) : 0;
        }
    }
}
