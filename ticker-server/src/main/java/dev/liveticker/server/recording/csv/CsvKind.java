package dev.liveticker.server.recording.csv;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the lines of a CSV file are, as its first one tells. */
enum CsvKind {
    TRADES,
    BARS;

    private List<String> required() {
        return switch (this) {
            case TRADES -> List.of("time", "symbol", "price", "size");
            case BARS -> List.of("time", "symbol", "open", "high", "low", "close", "volume");
        };
    }

    private List<String> optional() {
        return switch (this) {
            case TRADES -> List.of("side");
            case BARS -> List.of();
        };
    }

    /** The kind with these columns, in whatever order. */
    static Optional<CsvKind> of(List<String> columns) {
        Set<String> there = new HashSet<>(columns);
        return Arrays.stream(values())
                .filter(kind -> there.size() == columns.size() && there.containsAll(kind.required()))
                .filter(kind -> columns.stream()
                        .allMatch(column -> kind.required().contains(column)
                                || kind.optional().contains(column)))
                .findFirst();
    }

    /** Which columns are expected, for people. */
    static String expected() {
        return "time,symbol,price,size (and side) or time,symbol,open,high,low,close,volume";
    }
}
