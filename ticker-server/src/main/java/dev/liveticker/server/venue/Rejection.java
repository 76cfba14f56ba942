package dev.liveticker.server.venue;

/** Why a value of a venue was not believed. {@link Figure} and {@link PriceBand} say where the limits are. */
public enum Rejection {
    /** No number at all, such as text, NaN or Infinity. */
    NOT_A_NUMBER,
    /** Zero or below where that makes no sense. */
    NOT_POSITIVE,
    /** More than any price or size of the world. */
    TOO_LARGE,
    /** With more decimals than anything is priced or sized in. */
    TOO_FINE,
    /** Too far from what was traded just before. */
    OUT_OF_BAND,
    /** A bid above the ask, or a high below the low. */
    CROSSED,
    /** No time, or one far from now. */
    BAD_TIME,
    /** Of something that was not asked for. */
    UNKNOWN_SYMBOL
}
