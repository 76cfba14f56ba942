package dev.liveticker.server.cluster;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What nodes send each other: a byte for what it is, eight for the question's number, and the rest. */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy each time would cost more than it guards.
sealed interface PeerMessage {

    /** Of a node's name. */
    int NAME = 8;

    /** The question's number, by which its answer is known. */
    long number();

    byte[] body();

    /**
     * A question.
     *
     * @param asker the node that asks
     */
    record Question(long number, String asker, byte[] body) implements PeerMessage {}

    /** An answer. */
    record Answer(long number, byte[] body) implements PeerMessage {}

    /** Its form in Redis. */
    default byte[] form() {
        return switch (this) {
            case Question question ->
                ByteBuffer.allocate(Byte.BYTES + Long.BYTES + NAME + question.body().length)
                        .put((byte) 'Q')
                        .putLong(question.number())
                        .put(Arrays.copyOf(question.asker().getBytes(StandardCharsets.US_ASCII), NAME))
                        .put(question.body())
                        .array();
            case Answer answer ->
                ByteBuffer.allocate(Byte.BYTES + Long.BYTES + answer.body().length)
                        .put((byte) 'A')
                        .putLong(answer.number())
                        .put(answer.body())
                        .array();
        };
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is none
     */
    static PeerMessage of(byte[] form) {
        if (form.length >= Byte.BYTES + Long.BYTES + NAME && form[0] == 'Q') {
            ByteBuffer in = ByteBuffer.wrap(form, 1, form.length - 1);
            long number = in.getLong();
            byte[] name = new byte[NAME];
            in.get(name);
            return new Question(number, new String(name, StandardCharsets.US_ASCII), rest(in));
        }
        if (form.length >= Byte.BYTES + Long.BYTES && form[0] == 'A') {
            ByteBuffer in = ByteBuffer.wrap(form, 1, form.length - 1);
            return new Answer(in.getLong(), rest(in));
        }
        throw new IllegalArgumentException("neither a question nor an answer");
    }

    private static byte[] rest(ByteBuffer in) {
        byte[] rest = new byte[in.remaining()];
        in.get(rest);
        return rest;
    }
}
