package dev.liveticker.feed.machine;

/** What the machine waits for; of each kind at most one is set. */
public enum Alarm {
    /** A connection must be live by now. */
    CONNECT_DEADLINE,
    /** Something should have been heard by now. */
    SILENCE,
    /** The wait is over. */
    RETRY,
    /** The connection has lasted. */
    SETTLED,
    /** Time to measure the latency. */
    PING,
    /** Time to try a better transport. */
    PROBE
}
