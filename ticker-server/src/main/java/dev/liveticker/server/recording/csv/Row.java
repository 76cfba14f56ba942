package dev.liveticker.server.recording.csv;

import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a line says. */
sealed interface Row {

    /** Microseconds since the Unix epoch. */
    long time();

    Symbol symbol();

    /** Where it stands, for error messages. */
    CsvRow source();

    /** @param side absent if the file does not say */
    record TradeRow(
            long time,
            Symbol symbol,
            BigDecimal price,
            BigDecimal size,
            @Nullable Side side,
            CsvRow source) implements Row {}

    /** @param time where the bar begins */
    record BarRow(
            long time,
            Symbol symbol,
            BigDecimal open,
            BigDecimal high,
            BigDecimal low,
            BigDecimal close,
            BigDecimal volume,
            CsvRow source)
            implements Row {}

    /** @throws MalformedCsvException if a field is not what it should be, or they contradict each other */
    static Row of(CsvKind kind, CsvRow row) throws MalformedCsvException {
        return switch (kind) {
            case TRADES ->
                new TradeRow(row.time(), row.symbol(), row.positive("price"), row.positive("size"), row.side(), row);
            case BARS -> {
                BarRow bar = new BarRow(
                        row.time(),
                        row.symbol(),
                        row.positive("open"),
                        row.positive("high"),
                        row.positive("low"),
                        row.positive("close"),
                        row.notNegative("volume"),
                        row);
                if (bar.high.compareTo(bar.open.max(bar.close)) < 0) {
                    throw row.fault("high", "at least open and close expected");
                }
                if (bar.low.compareTo(bar.open.min(bar.close)) > 0) {
                    throw row.fault("low", "at most open and close expected");
                }
                yield bar;
            }
        };
    }
}
