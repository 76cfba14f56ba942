package dev.liveticker.server.transport;

import java.util.concurrent.atomic.LongAdder;

/** How often tokens were shown, and what they were worth. Any thread. */
public final class LoginFigures {

    final LongAdder accepted = new LongAdder();
    final LongAdder invalid = new LongAdder();
    final LongAdder expired = new LongAdder();
    final LongAdder blocked = new LongAdder();

    /** Good ones. */
    public long accepted() {
        return accepted.sum();
    }

    /** Bad ones. */
    public long invalid() {
        return invalid.sum();
    }

    /** Those that had been good once. */
    public long expired() {
        return expired.sum();
    }

    /** Those that nobody looked at, since too many from there had been wrong. */
    public long blocked() {
        return blocked.sum();
    }
}
