package dev.liveticker.server.archive;

import dev.liveticker.model.Interval;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Goes round all series, of every market, and drops what is too old: a few of each, a few series at a time. */
final class Pruning {

    private static final int SERIES_A_STEP = 50;
    private static final int BARS_A_SERIES = 200;

    private static final String DROP_OLDEST = """
            DELETE FROM bar WHERE series = ?1 AND start <= (
                SELECT max(start) FROM (
                    SELECT start FROM bar WHERE series = ?1 AND start < ?2 ORDER BY start LIMIT ?3))""";

    private final Connection connection;
    private long lastSeries;

    Pruning(Connection connection) {
        this.connection = connection;
    }

    /**
     * Makes a step, in the transaction at hand.
     *
     * @param now microseconds since the epoch
     * @return how many bars were dropped
     */
    int step(Retention retention, long now) throws SQLException {
        Map<Long, Interval> next = next();
        int dropped = 0;
        try (PreparedStatement drop = connection.prepareStatement(DROP_OLDEST)) {
            for (Map.Entry<Long, Interval> series : next.entrySet()) {
                drop.setLong(1, series.getKey());
                drop.setLong(2, BarRow.seconds(retention.oldest(series.getValue(), now)));
                drop.setInt(3, BARS_A_SERIES);
                dropped += drop.executeUpdate();
            }
        }
        return dropped;
    }

    private Map<Long, Interval> next() throws SQLException {
        Map<Long, Interval> found = new LinkedHashMap<>();
        int seen = 0;
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id, interval FROM series WHERE id > ? ORDER BY id LIMIT ?")) {
            select.setLong(1, lastSeries);
            select.setInt(2, SERIES_A_STEP);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    seen++;
                    lastSeries = row.getLong(1);
                    Optional<Interval> interval = Interval.parse(String.valueOf(row.getString(2)));
                    interval.ifPresent(value -> found.put(lastSeries, value));
                }
            }
        }
        if (seen < SERIES_A_STEP) {
            lastSeries = 0;
        }
        return found;
    }
}
