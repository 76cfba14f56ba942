package dev.liveticker.server.recording.csv;

import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a first look at all rows found: it comes before anything is written, so that a fault anywhere leaves no half
 * file.
 */
final class Survey {

    /** No symbol has two bars. */
    private static final long NO_STEP = Long.MAX_VALUE;

    private final Map<Symbol, Integer> decimals = new TreeMap<>();
    private final Map<Symbol, Long> newest = new TreeMap<>();
    private final @Nullable BigDecimal tickSize;
    private long step = NO_STEP;
    private long rows;
    private long first;
    private long last;

    private Survey(@Nullable BigDecimal tickSize) {
        this.tickSize = tickSize;
    }

    /**
     * Looks at all rows.
     *
     * @param tickSize what prices must be multiples of, if that is asked for
     */
    static Survey of(MergedRows merged, @Nullable BigDecimal tickSize) throws IOException {
        Survey survey = new Survey(tickSize);
        for (Row row = merged.next(); row != null; row = merged.next()) {
            survey.add(row);
        }
        return survey;
    }

    private void add(Row row) throws MalformedCsvException {
        if (rows == 0) {
            first = row.time();
        }
        rows++;
        last = row.time();
        switch (row) {
            case Row.TradeRow trade -> price(row, "price", trade.price());
            case Row.BarRow bar -> {
                price(row, "open", bar.open());
                price(row, "high", bar.high());
                price(row, "low", bar.low());
                price(row, "close", bar.close());
                bar(bar);
            }
        }
    }

    private void price(Row row, String column, BigDecimal price) throws MalformedCsvException {
        if (tickSize != null && price.remainder(tickSize).signum() != 0) {
            throw row.source().fault(column, "a multiple of the tick size " + tickSize.toPlainString() + " expected");
        }
        decimals.merge(row.symbol(), price.scale(), Math::max);
    }

    private void bar(Row.BarRow bar) throws MalformedCsvException {
        Long before = newest.put(bar.symbol(), bar.time());
        if (before != null) {
            if (before == bar.time()) {
                throw bar.source().fault("time", "a second bar of " + bar.symbol() + " at the same time");
            }
            step = Math.min(step, bar.time() - before);
        }
    }

    long rows() {
        return rows;
    }

    /** When the first row is, microseconds since the Unix epoch. */
    long first() {
        return first;
    }

    long last() {
        return last;
    }

    /** The symbols in their order, and with how many decimals the finest price of each is written. */
    Map<Symbol, Integer> decimals() {
        return decimals;
    }

    /**
     * How long bars are: as long as the shortest pause between two of a symbol.
     *
     * @throws IllegalArgumentException if that is no length of a bar, or no symbol has two
     */
    Interval interval() {
        return Stream.of(Interval.values())
                .filter(interval -> interval.micros() == step)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException((step == NO_STEP
                                ? "no symbol has two bars to tell their length by"
                                : "the bars that are closest begin "
                                        + Duration.ofNanos(step * 1_000)
                                                .toString()
                                                .substring(2)
                                                .toLowerCase(Locale.ROOT)
                                        + " apart")
                        + ": name the length with --interval, one of "
                        + Arrays.stream(Interval.values()).map(Interval::code).collect(Collectors.joining(" "))));
    }
}
