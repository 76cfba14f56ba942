package dev.liveticker.server.archive;

import dev.liveticker.message.Quote;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole quote as a row of the table {@code quote}. */
final class QuoteRow {

    static final String PUT = "INSERT OR REPLACE INTO quote VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final int FIRST_DECIMAL = 4;
    private static final int STATUS = 15;

    private QuoteRow() {}

    /** Fills in the parameters of {@link #PUT}. */
    static void put(PreparedStatement statement, String market, Quote quote) throws SQLException {
        statement.setString(1, market);
        statement.setString(2, quote.symbol().text());
        statement.setLong(3, quote.time());
        int column = FIRST_DECIMAL;
        for (@Nullable BigDecimal value : decimals(quote)) {
            if (value == null) {
                statement.setNull(column, Types.VARCHAR);
            } else {
                statement.setString(column, value.toPlainString());
            }
            column++;
        }
        TradingStatus status = quote.status();
        if (status == null) {
            statement.setNull(STATUS, Types.VARCHAR);
        } else {
            statement.setString(STATUS, status.code());
        }
    }

    private static List<@Nullable BigDecimal> decimals(Quote quote) {
        return Arrays.asList(
                quote.bid(),
                quote.bidSize(),
                quote.ask(),
                quote.askSize(),
                quote.last(),
                quote.lastSize(),
                quote.volume(),
                quote.open(),
                quote.high(),
                quote.low(),
                quote.previousClose());
    }

    /** @throws IllegalArgumentException if a value cannot be */
    static Quote read(ResultSet row) throws SQLException {
        String symbol = row.getString("symbol");
        return new Quote(
                new Symbol(symbol == null ? "" : symbol),
                0,
                row.getLong("time"),
                decimal(row, "bid"),
                decimal(row, "bid_size"),
                decimal(row, "ask"),
                decimal(row, "ask_size"),
                decimal(row, "last"),
                decimal(row, "last_size"),
                decimal(row, "volume"),
                decimal(row, "open"),
                decimal(row, "high"),
                decimal(row, "low"),
                decimal(row, "previous_close"),
                status(row.getString("status")));
    }

    private static @Nullable BigDecimal decimal(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : new BigDecimal(text);
    }

    private static @Nullable TradingStatus status(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return Arrays.stream(TradingStatus.values())
                .filter(status -> status.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no status " + code));
    }
}
