package dev.liveticker.server.archive;

import dev.liveticker.message.Bar;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A bar as a row: {@value #COLUMNS}. */
final class BarRow {

    static final String COLUMNS = "start, open, high, low, close, price_scale, volume, volume_scale, trades";

    private static final long MICROS_A_SECOND = 1_000_000;

    private BarRow() {}

    /**
     * Fills in a statement's parameters: the series, then the columns.
     *
     * @throws ArithmeticException if a number does not fit 63 bits
     */
    static void put(PreparedStatement statement, long series, Bar bar) throws SQLException {
        int prices = Math.max(
                Math.max(bar.open().scale(), bar.close().scale()),
                Math.max(bar.high().scale(), bar.low().scale()));
        statement.setLong(1, series);
        statement.setLong(2, seconds(bar.start()));
        statement.setLong(3, unscaled(bar.open(), prices));
        statement.setLong(4, unscaled(bar.high(), prices));
        statement.setLong(5, unscaled(bar.low(), prices));
        statement.setLong(6, unscaled(bar.close(), prices));
        statement.setInt(7, prices);
        statement.setLong(8, unscaled(bar.volume(), bar.volume().scale()));
        statement.setInt(9, bar.volume().scale());
        statement.setInt(10, bar.trades());
    }

    private static long unscaled(BigDecimal value, int scale) {
        return value.setScale(scale).unscaledValue().longValueExact();
    }

    /** Reads a row of {@link #COLUMNS}. */
    static Bar read(ResultSet row, Symbol symbol, Interval interval, boolean closed) throws SQLException {
        int prices = row.getInt(6);
        return new Bar(
                symbol,
                0,
                interval,
                micros(row.getLong(1)),
                BigDecimal.valueOf(row.getLong(2), prices),
                BigDecimal.valueOf(row.getLong(3), prices),
                BigDecimal.valueOf(row.getLong(4), prices),
                BigDecimal.valueOf(row.getLong(5), prices),
                BigDecimal.valueOf(row.getLong(7), row.getInt(8)),
                row.getInt(9),
                closed);
    }

    /** The first whole second that is not before a time in microseconds; both since the epoch. */
    static long seconds(long micros) {
        return Math.ceilDiv(micros, MICROS_A_SECOND);
    }

    static long micros(long seconds) {
        return Math.multiplyExact(seconds, MICROS_A_SECOND);
    }
}
