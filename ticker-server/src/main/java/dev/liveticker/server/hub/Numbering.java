package dev.liveticker.server.hub;

import dev.liveticker.message.Position;
import java.util.random.RandomGenerator;

/** The stream's own counter in one epoch. Advanced by the hub's thread alone, read by any. */
final class Numbering {

    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int EPOCH_LENGTH = 10;

    private final String epoch;
    private volatile long head;

    /** @param random so that no two runs share an epoch */
    Numbering(RandomGenerator random) {
        StringBuilder text = new StringBuilder(EPOCH_LENGTH);
        for (int i = 0; i < EPOCH_LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        this.epoch = text.toString();
    }

    String epoch() {
        return epoch;
    }

    /** The newest number so far; 0 before the first. */
    long head() {
        return head;
    }

    Position position() {
        return new Position(epoch, head);
    }

    /** Takes the next number. */
    long next() {
        long next = head + 1;
        head = next;
        return next;
    }
}
