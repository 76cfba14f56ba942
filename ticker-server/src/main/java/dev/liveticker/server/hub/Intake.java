package dev.liveticker.server.hub;

import java.util.concurrent.atomic.AtomicInteger;

/** How many messages of one client wait for the hub. Bounded, so that no client floods it. Safe in any thread. */
final class Intake {

    private static final int MAX_WAITING = 10_000;

    private final AtomicInteger waiting = new AtomicInteger();

    /** Lets so many in; false if that is too many at once, and none is. */
    boolean admit(int messages) {
        if (waiting.addAndGet(messages) <= MAX_WAITING) {
            return true;
        }
        waiting.addAndGet(-messages);
        return false;
    }

    /** So many were dealt with. */
    void done(int messages) {
        waiting.addAndGet(-messages);
    }
}
