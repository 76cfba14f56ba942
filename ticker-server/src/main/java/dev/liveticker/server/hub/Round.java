package dev.liveticker.server.hub;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A view's members are served in rounds, so that they stay together and share what they are sent: the next round waits
 * until all who were up to date have written the frame of the last one, but not long for those who do not. After a
 * round that took a while comes a short rest, in which more comes together: then fewer, larger frames carry the same,
 * and there is time left for others.
 */
final class Round {

    private static final long SHORTEST = Duration.ofMillis(1).toNanos();
    static final long LONGEST = Duration.ofMillis(50).toNanos();
    private static final long LONGEST_REST = Duration.ofMillis(4).toNanos();

    private long number;
    private long begun;
    private long patience = SHORTEST;
    private int writing;
    private long restUntil = Long.MIN_VALUE;

    /** Names the round to those who are served in it. */
    long number() {
        return number;
    }

    /**
     * Whether it is too soon for the next: members are still writing, and not for too long, or have only just written.
     */
    boolean running(long now) {
        if (writing == 0) {
            return now < restUntil;
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
        return writing == 0 ? restUntil : begun + patience;
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
     * @param clock asked only if that ends the round: a thousand members write, and one of them last
     * @return whether that ends the round
     */
    boolean written(long its, LongSupplier clock) {
        if (its != number || writing == 0) {
            return false;
        }
        writing--;
        if (writing == 0) {
            long now = clock.getAsLong();
            long taken = now - begun;
            patience = Math.clamp(2 * taken, SHORTEST, LONGEST);
            restUntil = taken < SHORTEST ? now : now + Math.min(taken, LONGEST_REST);
            return true;
        }
        return false;
    }
}
