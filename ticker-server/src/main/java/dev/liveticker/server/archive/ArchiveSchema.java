package dev.liveticker.server.archive;

import java.util.List;

/** The tables, and how a file of an older version gets them. */
final class ArchiveSchema {

    /**
     * One step for each version, from an empty file on; a step that was ever released never changes.
     *
     * <p>Prices and volumes of bars are whole numbers of their last decimal, whose place is {@code price_scale} and
     * {@code volume_scale}: exact, and half as long as text. Bars start on whole seconds since the Unix epoch.
     */
    static final List<List<String>> STEPS = List.of(List.of(
            "CREATE TABLE market (name TEXT PRIMARY KEY, ordinal INTEGER NOT NULL) STRICT", """
            CREATE TABLE series (
                id INTEGER PRIMARY KEY,
                market TEXT NOT NULL,
                symbol TEXT NOT NULL,
                interval TEXT NOT NULL,
                UNIQUE (market, symbol, interval)
            ) STRICT""", """
            CREATE TABLE bar (
                series INTEGER NOT NULL,
                start INTEGER NOT NULL,
                open INTEGER NOT NULL,
                high INTEGER NOT NULL,
                low INTEGER NOT NULL,
                close INTEGER NOT NULL,
                price_scale INTEGER NOT NULL,
                volume INTEGER NOT NULL,
                volume_scale INTEGER NOT NULL,
                trades INTEGER NOT NULL,
                PRIMARY KEY (series, start)
            ) STRICT, WITHOUT ROWID""", """
            CREATE TABLE open_minute (
                series INTEGER PRIMARY KEY,
                start INTEGER NOT NULL,
                open INTEGER NOT NULL,
                high INTEGER NOT NULL,
                low INTEGER NOT NULL,
                close INTEGER NOT NULL,
                price_scale INTEGER NOT NULL,
                volume INTEGER NOT NULL,
                volume_scale INTEGER NOT NULL,
                trades INTEGER NOT NULL
            ) STRICT""", """
            CREATE TABLE quote (
                market TEXT NOT NULL,
                symbol TEXT NOT NULL,
                time INTEGER NOT NULL,
                bid TEXT,
                bid_size TEXT,
                ask TEXT,
                ask_size TEXT,
                last TEXT,
                last_size TEXT,
                volume TEXT,
                open TEXT,
                high TEXT,
                low TEXT,
                previous_close TEXT,
                status TEXT,
                PRIMARY KEY (market, symbol)
            ) STRICT, WITHOUT ROWID"""));

    private ArchiveSchema() {}
}
