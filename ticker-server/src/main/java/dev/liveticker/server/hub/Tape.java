package dev.liveticker.server.hub;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The last things that a {@link View} told, one a tick, for those who keep up: they get every change, while those who
 * fell behind get the newest of each. Bounded in number, and cut by its view to what is young.
 */
final class Tape {

    /** More than fits into a frame in any case. */
    private static final int CAPACITY = 2_048;

    private static final int SMALLEST = 16;

    private @Nullable EncodedMessage[] messages = new @Nullable EncodedMessage[SMALLEST];
    private long from;
    private long to;

    /** Takes in what was told at the next tick. */
    void append(EncodedMessage message) {
        if (to - from == messages.length) {
            makeRoom();
        }
        to++;
        messages[place(to)] = message;
    }

    private void makeRoom() {
        if (messages.length == CAPACITY) {
            cut(from + CAPACITY / 4);
            return;
        }
        @Nullable EncodedMessage[] wider = new @Nullable EncodedMessage[messages.length * 2];
        for (long tick = from + 1; tick <= to; tick++) {
            wider[(int) (tick & (wider.length - 1))] = messages[place(tick)];
        }
        messages = wider;
    }

    /** Drops what was told up to a tick. */
    void cut(long tick) {
        if (tick >= to) {
            Arrays.fill(messages, null);
            from = to;
            return;
        }
        while (from < tick) {
            from++;
            messages[place(from)] = null;
        }
    }

    /** Whether everything after a tick is on it. */
    boolean reaches(long tick) {
        return tick >= from;
    }

    /** What was told at a tick that it reaches. */
    EncodedMessage at(long tick) {
        EncodedMessage message = messages[place(tick)];
        if (message == null) {
            throw new IllegalStateException("not on the tape: " + tick);
        }
        return message;
    }

    private int place(long tick) {
        return (int) (tick & (messages.length - 1));
    }
}
