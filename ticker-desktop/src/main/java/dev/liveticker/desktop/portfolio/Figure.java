package dev.liveticker.desktop.portfolio;

/** What is said of a position in a column of its own. */
public enum Figure {
    QUANTITY,
    /** Cost of one. */
    AVERAGE,
    /** Price of the last trade. */
    LAST,
    COST,
    VALUE,
    /** Value less cost. */
    UNREALISED,
    /** The same in per cent of the cost. */
    PERCENT,
    /** Change of the worth since the previous close. */
    DAY,
    /** Gained by what was closed. */
    REALISED
}
