package dev.liveticker.server.hub;

import java.time.Duration;

/**
 * A view's members are served in rounds, so that they stay together and share what they are sent: the next round waits
 * until all who were up to date have written the frame of the last one, but not long for those who do not.
 */
final class Round {

    private static final long SHORTEST = Duration.ofMillis(1).toNanos();
    static final long LONGEST = Duration.ofMillis(50).toNanos();

    private long number;
    private long begun;
    private long patience = SHORTEST;
    private int writing;

    /** Names the round to those who are served in it. */
    long number() {
        return number;
    }

    /** Whether members are still writing, and not for too long. */
    boolean running(long now) {
        if (writing == 0) {
            return false;
        }
        if (now < end()) {
            return true;
        }
        patience = Math.min(2 * patience, LONGEST);
        writing = 0;
        return false;
    }

    /** When it is over at the latest. */
    long end() {
        return begun + patience;
    }

    void begin(long now) {
        number++;
        begun = now;
        writing = 0;
    }

    void sent() {
        writing++;
    }

    /**
     * A member has written what it was sent, or is gone.
     *
     * @param its the round in which it was sent that
     * @return whether that ends the round
     */
    boolean written(long its, long now) {
        if (its != number || writing == 0) {
            return false;
        }
        writing--;
        if (writing == 0) {
            patience = Math.clamp(2 * (now - begun), SHORTEST, LONGEST);
            return true;
        }
        return false;
    }
}
