package dev.liveticker.server.recording;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** The sizes and places of things in a recording; numbers are big-endian. */
final class BlockLayout {

    /** What a recording begins with; a transfer that takes it for text damages it at once, as with PNG. */
    private static final byte[] MAGIC = {(byte) 0x89, 'L', 'T', 'R', '\r', '\n', 0x1A, '\n'};

    static final byte VERSION = 1;

    /** Magic and version. */
    static final int PREFIX_BYTES = MAGIC.length + 1;

    /** Kind (1), bytes stored (4), bytes of content (4), records (4), check (4). */
    static final int HEAD_BYTES = 17;

    /** How much of a block's head its check covers, besides what is stored. */
    static final int CHECKED_HEAD_BYTES = HEAD_BYTES - Integer.BYTES;

    /** Length (4) and check (4) of a record. */
    static final int RECORD_HEAD_BYTES = 8;

    /** The most that one record holds. */
    static final int MAX_RECORD = 4 * 1024 * 1024;

    private BlockLayout() {}

    static ByteBuffer prefix() {
        return ByteBuffer.allocate(PREFIX_BYTES).put(MAGIC).put(VERSION).flip();
    }

    /** Whether a file that begins so is a recording, of whichever version. */
    static boolean hasMagic(ByteBuffer start) {
        return start.remaining() >= MAGIC.length
                && start.slice(start.position(), MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
    }

    /** CRC-32C (RFC 3720, B.4) over several pieces. */
    static int check(ByteBuffer... pieces) {
        CRC32C check = new CRC32C();
        for (ByteBuffer piece : pieces) {
            check.update(piece.duplicate());
        }
        return (int) check.getValue();
    }
}
