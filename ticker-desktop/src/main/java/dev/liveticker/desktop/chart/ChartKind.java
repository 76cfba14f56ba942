package dev.liveticker.desktop.chart;

import java.util.Arrays;
import java.util.Optional;

/** How bars are drawn. */
public enum ChartKind {
    CANDLES("candles"),
    /** A line from low to high, with a tick to the left for the open and one to the right for the close. */
    BARS("bars"),
    /** Through the closes. */
    LINE("line"),
    /** The same, with what is below it filled. */
    AREA("area");

    private final String code;

    ChartKind(String code) {
        this.code = code;
    }

    /** Its spelling in a file. */
    String code() {
        return code;
    }

    static Optional<ChartKind> parse(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
