package dev.liveticker.server.hub;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A count that one thread raises and any may read. Raising it is a plain addition: whoever reads sees it soon, and
 * never half of it.
 */
public final class Tally {

    private final AtomicLong value = new AtomicLong();

    /** For the one thread that counts. */
    public void add(long more) {
        value.setOpaque(value.getPlain() + more);
    }

    /** For the one thread that counts. */
    void become(long now) {
        value.setOpaque(now);
    }

    /** Any thread may ask. */
    public long count() {
        return value.getOpaque();
    }
}
