package dev.liveticker.server.transport.alpaca;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * The newest messages as Alpaca's, so that what many subscribe to is written once for all connections of a thread,
 * whatever else each of them wants. For one thread.
 */
final class Phrasebook {

    /** A power of two; some hundred kilobytes when all are taken. */
    private static final int SIZE = 1_024;
    /** Of 4,096, which a cluster's events are apart. */
    private static final int STRIDE_BITS = 12;

    private final AlpacaMessages messages;
    private final @Nullable ServerMessage[] known = new ServerMessage[SIZE];
    private final byte[][] phrases = new byte[SIZE][];

    Phrasebook(AlpacaMessages messages) {
        this.messages = messages;
    }

    /** The message; not to be changed. Empty if Alpaca has no word for it. */
    // The hub gives the same message to everybody, and comparing fields costs as much as writing them.
    @SuppressWarnings("ReferenceEquality")
    byte[] of(ServerMessage message) {
        int slot = slot(number(message));
        if (known[slot] == message) {
            return phrases[slot];
        }
        byte[] phrase = messages.of(message);
        known[slot] = message;
        phrases[slot] = phrase;
        return phrase;
    }

    /** Also where numbers are thousands apart, as they are in a cluster. */
    private static int slot(long number) {
        return (int) (number ^ (number >>> STRIDE_BITS)) & (SIZE - 1);
    }

    private static long number(ServerMessage message) {
        if (message instanceof MarketEvent event) {
            return event.seq();
        }
        return message instanceof Snapshot snapshot ? snapshot.seq() : 0;
    }
}
