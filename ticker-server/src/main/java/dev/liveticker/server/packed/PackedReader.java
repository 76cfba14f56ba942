package dev.liveticker.server.packed;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.message.ServerMessage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link PackedWriter} wrote, or says that it did not. */
public final class PackedReader {

    private static final FrameCodec FRAMES = FrameCodec.of(Encoding.CBOR);
    private static final int MOST_GROUPS = 10;

    private final ByteBuffer bytes;

    /** @param bytes not changed, and not to be */
    public PackedReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    public long count() throws MalformedStateException {
        long number = 0;
        for (int group = 0; group < MOST_GROUPS; group++) {
            byte next = next();
            number |= (long) (next & 0x7F) << (7 * group);
            if (next >= 0) {
                return number;
            }
        }
        throw new MalformedStateException("a number is too long");
    }

    /** A number in a range, both ends included. */
    public long count(long least, long most) throws MalformedStateException {
        long number = count();
        if (number < least || number > most) {
            throw new MalformedStateException("a number is out of its range");
        }
        return number;
    }

    public long difference() throws MalformedStateException {
        long folded = count();
        return (folded >>> 1) ^ -(folded & 1);
    }

    /**
     * How many things follow.
     *
     * @param most that there may be; each takes a byte at least, so that there are never more than bytes left
     */
    public int size(int most) throws MalformedStateException {
        long size = count(0, most);
        // Only now: the number itself took some of them.
        if (size > bytes.remaining()) {
            throw new MalformedStateException("cut off");
        }
        return (int) size;
    }

    public boolean flag() throws MalformedStateException {
        byte flag = next();
        if (flag != 0 && flag != 1) {
            throw new MalformedStateException("neither yes nor no");
        }
        return flag == 1;
    }

    public String text() throws MalformedStateException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    public byte[] bytes() throws MalformedStateException {
        byte[] block = new byte[size(Integer.MAX_VALUE)];
        bytes.get(block);
        return block;
    }

    /**
     * Messages of one type.
     *
     * @param type what each has to be
     */
    public <T extends ServerMessage> List<T> messages(Class<T> type) throws MalformedStateException {
        List<ServerMessage> frame;
        try {
            frame = FRAMES.decodeServerFrame(bytes());
        } catch (MalformedFrameException e) {
            throw new MalformedStateException("no frame of messages: " + e.getMessage());
        }
        List<T> messages = new ArrayList<>(frame.size());
        for (ServerMessage message : frame) {
            if (!type.isInstance(message)) {
                throw new MalformedStateException("a message of the wrong type");
            }
            messages.add(type.cast(message));
        }
        return messages;
    }

    /** @throws MalformedStateException if something is left */
    public void end() throws MalformedStateException {
        if (bytes.hasRemaining()) {
            throw new MalformedStateException("more than belongs to it");
        }
    }

    private byte next() throws MalformedStateException {
        if (!bytes.hasRemaining()) {
            throw new MalformedStateException("cut off");
        }
        return bytes.get();
    }
}
