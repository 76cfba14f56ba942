package dev.liveticker.server.hub;

import dev.liveticker.message.Position;
import java.util.random.RandomGenerator;

/**
 * The stream's own counter in one epoch. Events take the multiples of a stride. What a hub says again to its own
 * clients takes a number in between, which means nothing to other hubs that follow the same log: any number says what
 * was known as of the multiple at or below it. With a stride of 1 there is nothing in between, and both take the next.
 *
 * <p>Advanced by the hub's thread alone, read by any.
 */
final class Numbering {

    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int EPOCH_LENGTH = 10;

    private final int stride;
    private volatile Count count;

    private static final class Count {

        private final String epoch;
        private volatile long newest;

        Count(String epoch, long newest) {
            this.epoch = epoch;
            this.newest = newest;
        }
    }

    /** @param random so that no two runs share an epoch */
    Numbering(RandomGenerator random) {
        this(random, 1);
    }

    /**
     * @param random so that no two logs share an epoch
     * @param stride how far the numbers of two events are apart; positive
     */
    Numbering(RandomGenerator random, int stride) {
        StringBuilder text = new StringBuilder(EPOCH_LENGTH);
        for (int i = 0; i < EPOCH_LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        this.stride = stride;
        this.count = new Count(text.toString(), 0);
    }

    String epoch() {
        return count.epoch;
    }

    /** The newest number so far; 0 before the first. */
    long head() {
        return count.newest;
    }

    /** The number of the newest event; 0 before the first. */
    long lastEvent() {
        return eventOf(count.newest);
    }

    /** The number of the event as of which a number speaks. */
    long eventOf(long seq) {
        return seq - seq % stride;
    }

    /** Whether other hubs give events the same numbers. */
    boolean shared() {
        return stride > 1;
    }

    /** Where whoever was told everything is. */
    Position reached() {
        Count now = count;
        return new Position(now.epoch, eventOf(now.newest));
    }

    /** Whether who is at a number was told every value as of it, if no more is known of it than that number. */
    boolean complete(long seq) {
        return stride == 1 || seq % stride == 0;
    }

    /** Where someone is who was told all but some values. */
    long partly() {
        return stride > 1 && complete(count.newest) ? local() : count.newest;
    }

    Position position() {
        Count now = count;
        return new Position(now.epoch, now.newest);
    }

    /** Takes the next number for an event. */
    long next() {
        long next = lastEvent() + stride;
        count.newest = next;
        return next;
    }

    /**
     * Takes the next number for what this hub alone says again. Where there is none left before the next event's, the
     * newest is given once more: it says the same then, of whatever it is.
     */
    long local() {
        long newest = count.newest;
        long next = newest + 1;
        if (stride > 1 && next % stride == 0) {
            return newest;
        }
        count.newest = next;
        return next;
    }

    /**
     * Goes on from another place.
     *
     * @param lastEvent the number of the newest event there
     */
    void restart(String epoch, long lastEvent) {
        count = new Count(epoch, lastEvent);
    }
}
