package dev.liveticker.desktop.watchlist;

import dev.liveticker.desktop.text.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A column that a watchlist can have, in the order they stand in at first. */
public enum Column {
    SYMBOL("symbol", 148, false),
    LAST("last", 98, true),
    CHANGE("change", 108, true),
    PERCENT("percent", 76, true),
    TREND("trend", 76, false),
    BID_SIZE("bid-size", 74, true),
    BID("bid", 98, true),
    ASK("ask", 98, true),
    ASK_SIZE("ask-size", 74, true),
    SPREAD("spread", 82, true),
    VOLUME("volume", 74, true),
    OPEN("open", 98, true),
    HIGH("high", 98, true),
    LOW("low", 98, true),
    PREVIOUS_CLOSE("previous-close", 98, true),
    TIME("time", 88, false),
    AGE("age", 64, false),
    NOTE("note", 160, false);

    private final String id;
    private final double width;
    private final boolean number;

    Column(String id, double width, boolean number) {
        this.id = id;
        this.width = width;
        this.number = number;
    }

    /** Its name in files, whatever the language. */
    public String id() {
        return id;
    }

    /** How wide it is at first, in pixels of the usual size of text. */
    double width() {
        return width;
    }

    /** Whether it holds a {@link Figure}. */
    boolean isNumber() {
        return number;
    }

    /** Whether rows can be sorted by it. */
    boolean isSortable() {
        return this != TREND && this != AGE;
    }

    /** What stands above it. */
    String title() {
        return switch (this) {
            case SYMBOL -> Texts.of("column.symbol");
            case LAST -> Texts.of("column.last");
            case CHANGE -> Texts.of("column.change");
            case PERCENT -> Texts.of("column.percent");
            case TREND -> Texts.of("watchlist.column.trend");
            case BID_SIZE -> Texts.of("watchlist.column.bidSize");
            case BID -> Texts.of("column.bid");
            case ASK -> Texts.of("column.ask");
            case ASK_SIZE -> Texts.of("watchlist.column.askSize");
            case SPREAD -> Texts.of("watchlist.column.spread");
            case VOLUME -> Texts.of("column.volume");
            case OPEN -> Texts.of("watchlist.column.open");
            case HIGH -> Texts.of("watchlist.column.high");
            case LOW -> Texts.of("watchlist.column.low");
            case PREVIOUS_CLOSE -> Texts.of("watchlist.column.previousClose");
            case TIME -> Texts.of("watchlist.column.time");
            case AGE -> Texts.of("column.age");
            case NOTE -> Texts.of("watchlist.column.note");
        };
    }

    /** The column that a file or the head of a spreadsheet means by this. */
    static Optional<Column> parse(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        String spelled = wanted.replace(' ', '-').replace('_', '-');
        return Arrays.stream(values())
                .filter(column -> column.id.equals(spelled)
                        || column.title().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .or(() -> wanted.equals("ticker") ? Optional.of(SYMBOL) : Optional.empty());
    }
}
