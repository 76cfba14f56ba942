package dev.liveticker.server.alert;

import java.util.List;

/** The tables, and how a file of an older version gets them. */
final class SqliteSchema {

    /** One step for each version, from an empty file on; a step that was ever released never changes. */
    static final List<List<String>> STEPS = List.of(
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
}
