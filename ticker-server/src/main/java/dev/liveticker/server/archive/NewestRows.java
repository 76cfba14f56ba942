package dev.liveticker.server.archive;

import dev.liveticker.message.Bar;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.history.EarlierBars;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The newest rows of every series of a market. Read by a few questions for all of them together: a question for each
 * would make a start wait for thousands.
 */
final class NewestRows {

    /** More than fit between two bars of the next longer interval. */
    private static final int MOST = 100;

    private static final String STARTS =
            "SELECT id, (SELECT max(start) FROM bar WHERE series = id) FROM series WHERE market = ?";
    private static final String OPEN_MINUTES = "SELECT " + BarRow.COLUMNS + ", series FROM open_minute";

    /** Takes an object of JSON, with the first second that is wanted of each series. */
    private static final String FROM = "SELECT " + BarRow.COLUMNS + ", series FROM json_each(?) AS wanted JOIN bar"
            + " ON series = CAST(wanted.key AS INTEGER) AND start >= wanted.value ORDER BY series, start";

    private static final int SERIES_COLUMN = 10;

    private final Connection connection;
    private final Map<Symbol, Map<Interval, Long>> series = new LinkedHashMap<>();
    private final Map<Long, SeriesKey> keys = new HashMap<>();
    private final Map<Long, Long> starts;

    /** @param ids the series of the market */
    NewestRows(Connection connection, String market, SeriesIds<SeriesKey> ids) throws SQLException {
        this.connection = connection;
        for (SeriesKey key : ids.keys()) {
            long id = ids.id(key).orElseThrow();
            keys.put(id, key);
            series.computeIfAbsent(key.symbol(), symbol -> new EnumMap<>(Interval.class))
                    .put(key.interval(), id);
        }
        this.starts = starts(market);
    }

    /** When the newest closed bar of each series starts, seconds since the epoch. */
    private Map<Long, Long> starts(String market) throws SQLException {
        Map<Long, Long> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(STARTS)) {
            statement.setString(1, market);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    long start = row.getLong(2);
                    if (!row.wasNull()) {
                        found.put(row.getLong(1), start);
                    }
                }
            }
        }
        return found;
    }

    /** How far they reach, microseconds since the epoch; {@link Long#MIN_VALUE} if there are none. */
    long end() throws SQLException {
        long end = Long.MIN_VALUE;
        for (Map.Entry<Long, SeriesKey> each : keys.entrySet()) {
            Long start = starts.get(each.getKey());
            if (start != null) {
                end = Math.max(
                        end, BarRow.micros(start) + each.getValue().interval().micros());
            }
        }
        for (Bar open : openMinutes().values()) {
            end = Math.max(end, open.start());
        }
        return end;
    }

    /** What it takes to go on with each symbol. */
    Map<Symbol, EarlierBars> earlier() throws SQLException {
        Map<Symbol, Long> over = new HashMap<>();
        Map<Long, List<Bar>> closed = closedFrom(wanted(over));
        Map<Symbol, Bar> open = openMinutes();
        Map<Symbol, EarlierBars> all = new HashMap<>();
        series.forEach((symbol, ids) -> {
            Map<Interval, List<Bar>> bars = new EnumMap<>(Interval.class);
            for (Interval interval : Interval.values()) {
                List<Bar> found = closed.getOrDefault(ids.getOrDefault(interval, 0L), List.of());
                bars.put(interval, List.copyOf(found.subList(Math.max(0, found.size() - MOST), found.size())));
            }
            Optional<Bar> minute = Optional.ofNullable(open.get(symbol))
                    .filter(bar -> bar.start() >= over.getOrDefault(symbol, Long.MIN_VALUE));
            all.put(symbol, new EarlierBars(bars, minute));
        });
        return all;
    }

    /**
     * From which second on bars of each series are wanted: those after the newest of the next longer interval, and the
     * newest of all.
     *
     * @param over is told up to when the closed minutes of each symbol go, microseconds since the epoch
     */
    private Map<Long, Long> wanted(Map<Symbol, Long> over) {
        Map<Long, Long> wanted = new HashMap<>();
        series.forEach((symbol, ids) -> {
            long from = Long.MAX_VALUE;
            for (Interval interval : List.of(Interval.values()).reversed()) {
                Long id = ids.get(interval);
                Long newest = id == null ? null : starts.get(id);
                if (id == null || newest == null) {
                    from = Long.MIN_VALUE;
                } else {
                    wanted.put(id, Math.min(BarRow.seconds(from), newest));
                    from = BarRow.micros(newest) + interval.micros();
                }
            }
            over.put(symbol, from);
        });
        return wanted;
    }

    /** By series, oldest first. */
    private Map<Long, List<Bar>> closedFrom(Map<Long, Long> seconds) throws SQLException {
        StringBuilder json = new StringBuilder("{");
        seconds.forEach((id, from) -> json.append(json.length() == 1 ? "\"" : ",\"")
                .append(id)
                .append("\":")
                .append(from));
        Map<Long, List<Bar>> bars = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(FROM)) {
            statement.setString(1, json.append('}').toString());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    long id = row.getLong(SERIES_COLUMN);
                    SeriesKey key = keys.get(id);
                    if (key != null) {
                        bars.computeIfAbsent(id, first -> new ArrayList<>()).add(read(row, key, true));
                    }
                }
            }
        }
        return bars;
    }

    private Map<Symbol, Bar> openMinutes() throws SQLException {
        Map<Symbol, Bar> open = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(OPEN_MINUTES)) {
            while (row.next()) {
                SeriesKey key = keys.get(row.getLong(SERIES_COLUMN));
                if (key != null) {
                    open.put(key.symbol(), read(row, key, false));
                }
            }
        }
        return open;
    }

    private static Bar read(ResultSet row, SeriesKey key, boolean closed) throws SQLException {
        return BarRow.read(row, key.symbol(), key.interval(), closed);
    }
}
