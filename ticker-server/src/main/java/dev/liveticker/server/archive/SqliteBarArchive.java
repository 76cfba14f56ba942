package dev.liveticker.server.archive;

import dev.liveticker.message.Bar;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.data.DataDirectory;
import dev.liveticker.server.data.SqliteFile;
import dev.liveticker.server.history.EarlierBars;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Bars and quotes in an SQLite file, written ahead. What is kept outlasts the process however it ends; a power failure
 * may take the newest commits, as a whole each, since forcing each to the disk would cost more than they are worth.
 */
public final class SqliteBarArchive implements BarArchive {

    static final String FILE = "bars.sqlite";

    private static final String PUT_BAR = "INSERT OR IGNORE INTO bar VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String PUT_OPEN = "INSERT OR REPLACE INTO open_minute VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String NEWEST = "SELECT " + BarRow.COLUMNS
            + " FROM bar WHERE series = ? AND start >= ? AND start < ? ORDER BY start DESC LIMIT ?";

    private final Connection connection;
    private final Readers readers;
    private final Pruning pruning;
    private volatile Held held;

    /** What is at hand of a market. */
    private record Held(String market, SeriesIds<SeriesKey> series) {}

    private SqliteBarArchive(Connection connection, Readers readers, Held held) {
        this.connection = connection;
        this.readers = readers;
        this.held = held;
        this.pruning = new Pruning(connection);
    }

    /**
     * Opens the file in a directory. A file that cannot be read any more is set aside under another name, with an error
     * in the log, and a new one begun.
     *
     * @throws IOException if the file cannot be had, or is of a newer version
     */
    public static SqliteBarArchive open(DataDirectory directory, InstantSource clock) throws IOException {
        SqliteFile file = new SqliteFile(directory.file(FILE), "the bars and prices in it", false, ArchiveSchema.STEPS);
        return file.open(clock, connection -> {
            Held held = held(connection, newestMarket(connection));
            // Whether they can be read is to be known before anything relies on them.
            quotes(connection, held.market());
            connection.commit();
            return new SqliteBarArchive(connection, new Readers(file::reader), held);
        });
    }

    private static String newestMarket(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT name FROM market ORDER BY ordinal DESC LIMIT 1")) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private static Held held(Connection connection, String market) throws SQLException {
        SeriesIds<SeriesKey> ids = new SeriesIds<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT id, symbol, interval FROM series WHERE market = ?")) {
            statement.setString(1, market);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Symbol symbol = new Symbol(row.getString(2));
                    Interval interval = Interval.parse(row.getString(3))
                            .orElseThrow(() -> new IllegalArgumentException("a series has an unknown interval"));
                    ids.put(new SeriesKey(symbol, interval), row.getLong(1));
                }
            }
        }
        return new Held(market, ids);
    }

    @Override
    public boolean durable() {
        return true;
    }

    @Override
    public String market() {
        return held.market();
    }

    @Override
    public void turnTo(String market) throws IOException {
        transaction(() -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "INSERT OR REPLACE INTO market SELECT ?, coalesce(max(ordinal), 0) + 1 FROM market")) {
                statement.setString(1, market);
                statement.executeUpdate();
            }
            held = held(connection, market);
            return market;
        });
    }

    @Override
    public Map<Symbol, Quote> quotes() throws IOException {
        return transaction(() -> quotes(connection, held.market()));
    }

    private static Map<Symbol, Quote> quotes(Connection connection, String market) throws SQLException {
        Map<Symbol, Quote> quotes = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM quote WHERE market = ?")) {
            statement.setString(1, market);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Quote quote = QuoteRow.read(row);
                    quotes.put(quote.symbol(), quote);
                }
            }
        }
        return quotes;
    }

    @Override
    public long end() throws IOException {
        return transaction(() -> newestRows().end());
    }

    @Override
    public Map<Symbol, EarlierBars> earlier() throws IOException {
        return transaction(() -> newestRows().earlier());
    }

    private NewestRows newestRows() throws SQLException {
        return new NewestRows(connection, held.market(), held.series());
    }

    @Override
    public List<Bar> before(Symbol symbol, Interval interval, long from, long to, int limit) throws IOException {
        return limit <= 0
                ? List.of()
                : readers.ask(reader -> newest(reader, new SeriesKey(symbol, interval), from, to, limit));
    }

    private List<Bar> newest(Connection reader, SeriesKey key, long from, long to, int limit) throws SQLException {
        Optional<Long> id = held.series().id(key);
        if (id.isEmpty()) {
            return List.of();
        }
        List<Bar> bars = new ArrayList<>();
        try (PreparedStatement statement = reader.prepareStatement(NEWEST)) {
            statement.setLong(1, id.get());
            statement.setLong(2, BarRow.seconds(from));
            statement.setLong(3, BarRow.seconds(to));
            statement.setInt(4, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    bars.add(BarRow.read(row, key.symbol(), key.interval(), true));
                }
            }
        }
        return bars.reversed();
    }

    @Override
    public void keep(Batch batch) throws IOException {
        transaction(() -> {
            put(PUT_BAR, batch.closed());
            put(PUT_OPEN, batch.openMinutes());
            try (PreparedStatement put = connection.prepareStatement(QuoteRow.PUT)) {
                for (Quote quote : batch.quotes()) {
                    QuoteRow.put(put, held.market(), quote);
                    put.addBatch();
                }
                put.executeBatch();
            }
            return batch;
        });
        held.series().settled();
    }

    private void put(String sql, List<Bar> bars) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(sql)) {
            for (Bar bar : bars) {
                BarRow.put(put, seriesOf(bar), bar);
                put.addBatch();
            }
            put.executeBatch();
        }
    }

    private long seriesOf(Bar bar) throws SQLException {
        SeriesKey key = new SeriesKey(bar.symbol(), bar.interval());
        Optional<Long> known = held.series().id(key);
        if (known.isPresent()) {
            return known.get();
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO series (market, symbol, interval) VALUES (?, ?, ?) RETURNING id")) {
            statement.setString(1, held.market());
            statement.setString(2, bar.symbol().text());
            statement.setString(3, bar.interval().code());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("a series was not made");
                }
                long id = row.getLong(1);
                held.series().made(key, id);
                return id;
            }
        }
    }

    @Override
    public void prune(Retention retention, long now) throws IOException {
        transaction(() -> pruning.step(retention, now));
    }

    /** What is done as one. */
    @FunctionalInterface
    private interface Work<T> {
        T done() throws SQLException;
    }

    private <T> T transaction(Work<T> work) throws IOException {
        try {
            T result = work.done();
            connection.commit();
            return result;
        } catch (SQLException e) {
            rollback(e);
            throw new IOException("SQLite: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            rollback(e);
            throw e;
        }
    }

    private void rollback(Exception why) {
        held.series().undone();
        try {
            connection.rollback();
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        readers.close();
        SqliteFile.close(connection);
    }
}
