package dev.liveticker.server.market.calendar;

/** A part of a trading day. */
public enum Phase {
    /** Thin trading before the regular session. */
    PRE_MARKET,
    REGULAR,
    CLOSED;

    /** Whether anything is quoted or traded. */
    public boolean trading() {
        return this != CLOSED;
    }
}
