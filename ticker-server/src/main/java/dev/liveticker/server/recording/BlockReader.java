package dev.liveticker.server.recording;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recording block by block. No length that the file states is believed before it was compared with its bound
 * and with what is there, so a damaged or hostile file costs no more memory than a good one. Used by one thread.
 */
final class BlockReader implements Closeable {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SeekableByteChannel file;
    private final Inflater inflater = new Inflater(true);
    private final byte[] chunk = new byte[64 * 1024];

    /** @param file at the beginning of a block */
    BlockReader(SeekableByteChannel file) {
        this.file = file;
    }

    /** The next one; absent at the end of the file. */
    @Nullable
    Block next() throws IOException {
        long position = file.position();
        long there = file.size() - position;
        if (there <= 0) {
            return null;
        }
        if (there < BlockLayout.HEAD_BYTES) {
            return Block.broken(null, position, NOTHING, "it is cut off");
        }
        ByteBuffer head = read(BlockLayout.HEAD_BYTES);
        BlockKind kind = BlockKind.of(head.get()).orElse(null);
        int stored = head.getInt();
        int length = head.getInt();
        int records = head.getInt();
        int check = head.getInt();
        if (kind == null
                || stored < 1
                || stored > kind.maxStored()
                || length < 0
                || length > kind.maxContent()
                || records < 0) {
            return Block.broken(kind, position, NOTHING, "it is damaged");
        }
        ByteBuffer bytes = read((int) Math.min(stored, there - BlockLayout.HEAD_BYTES));
        if (bytes.remaining() < stored) {
            return Block.broken(kind, position, inflated(bytes, length), "it is cut off");
        }
        boolean sound = BlockLayout.check(head.slice(0, BlockLayout.CHECKED_HEAD_BYTES), bytes) == check;
        ByteBuffer content = inflated(bytes, length);
        if (!sound || content.remaining() != length) {
            return Block.broken(kind, position, content, "it is damaged");
        }
        return new Block(kind, position, records, content, null);
    }

    /** Goes back to a block. */
    void seek(long position) throws IOException {
        file.position(position);
    }

    long position() throws IOException {
        return file.position();
    }

    /** @param length no more than the file has left, or what is missing is left out */
    private ByteBuffer read(int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes) < 0) {
                break;
            }
        }
        return bytes.flip();
    }

    /** What the bytes unfold to, up to a length: as far as they make sense. */
    private ByteBuffer inflated(ByteBuffer bytes, int length) {
        ByteArrayOutputStream content = new ByteArrayOutputStream(Math.min(length, chunk.length));
        inflater.reset();
        inflater.setInput(bytes.duplicate());
        try {
            while (content.size() < length) {
                int count = inflater.inflate(chunk, 0, Math.min(chunk.length, length - content.size()));
                if (count == 0) {
                    break;
                }
                content.write(chunk, 0, count);
            }
        } catch (DataFormatException e) {
            // What came before is told to be sound or not by the check of each record.
            return ByteBuffer.wrap(content.toByteArray());
        }
        return ByteBuffer.wrap(content.toByteArray());
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        file.close();
    }
}
