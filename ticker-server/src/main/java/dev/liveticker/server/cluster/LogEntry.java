package dev.liveticker.server.cluster;

import dev.liveticker.server.cluster.Entry.Kind;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * An entry as it stands in Redis: a byte for the version, one for the kind, eight for when it was written (milliseconds
 * since the Unix epoch, by the writer's clock), the log's epoch after a byte for its length, and the payload. What is
 * published has the index before that, 16 decimal digits; in the stream it is the id.
 *
 * @param epoch of the log that it is of
 * @param written by the writer's clock
 * @param entry what it says
 * @param form all but the index, as it stands in Redis; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy each time would cost more than it guards.
record LogEntry(String epoch, Instant written, Entry entry, byte[] form) {

    private static final byte VERSION = 1;
    private static final int DIGITS = 16;
    private static final int LONGEST_EPOCH = 100;

    /** What a payload becomes; the index is given by Redis. */
    static byte[] form(Kind kind, String epoch, Instant written, byte[] payload) {
        byte[] name = epoch.getBytes(StandardCharsets.UTF_8);
        if (name.length > LONGEST_EPOCH) {
            throw new IllegalArgumentException("an epoch has at most " + LONGEST_EPOCH + " bytes: " + epoch);
        }
        return ByteBuffer.allocate(Byte.BYTES * 3 + Long.BYTES + name.length + payload.length)
                .put(VERSION)
                .put(code(kind))
                .putLong(written.toEpochMilli())
                .put((byte) name.length)
                .put(name)
                .put(payload)
                .array();
    }

    /**
     * Reads what was published.
     *
     * @throws IllegalArgumentException if it is nothing of the kind, or of another version
     */
    static LogEntry published(byte[] message) {
        if (message.length < DIGITS) {
            throw new IllegalArgumentException("an entry without an index");
        }
        long index = 0;
        for (int i = 0; i < DIGITS; i++) {
            int digit = message[i] - '0';
            if (digit < 0 || digit > 9) {
                throw new IllegalArgumentException("an entry's index has something in it that is no digit");
            }
            index = index * 10 + digit;
        }
        byte[] form = new byte[message.length - DIGITS];
        System.arraycopy(message, DIGITS, form, 0, form.length);
        return stored(index, form);
    }

    /**
     * Reads what is in the stream.
     *
     * @throws IllegalArgumentException if it is nothing of the kind, or of another version
     */
    static LogEntry stored(long index, byte[] form) {
        try {
            ByteBuffer in = ByteBuffer.wrap(form);
            byte version = in.get();
            if (version != VERSION) {
                throw new IllegalArgumentException(
                        "entry " + index + " is of version " + version + ", this node reads version " + VERSION);
            }
            Kind kind = kind(in.get());
            Instant written = Instant.ofEpochMilli(in.getLong());
            byte[] epoch = new byte[Byte.toUnsignedInt(in.get())];
            in.get(epoch);
            byte[] payload = new byte[in.remaining()];
            in.get(payload);
            return new LogEntry(
                    new String(epoch, StandardCharsets.UTF_8), written, new Entry(index, kind, payload), form);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("entry " + index + " ends too early", e);
        }
    }

    long index() {
        return entry.index();
    }

    private static byte code(Kind kind) {
        return switch (kind) {
            case MARKET -> 'M';
            case REQUEST -> 'R';
        };
    }

    private static Kind kind(byte code) {
        return switch (code) {
            case 'M' -> Kind.MARKET;
            case 'R' -> Kind.REQUEST;
            default -> throw new IllegalArgumentException("an entry of an unknown kind: " + code);
        };
    }
}
