package dev.liveticker.server.recording;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recording, batch by batch. One that was cut off or damaged gives every batch up to the first that is not
 * whole, even those within a damaged block, and then says what is wrong by its {@link #ending}. Used by one thread.
 */
public final class RecordingReader implements Closeable {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final BlockReader blocks;
    private final RecordingHeader header;
    private final long first;
    private Block block;
    private int records;
    private long batches;
    private long events;
    private long lastArrival;
    private @Nullable Ending ending;

    private RecordingReader(BlockReader blocks, RecordingHeader header) throws IOException {
        this.blocks = blocks;
        this.header = header;
        this.first = blocks.position();
        this.block = nothing();
    }

    /**
     * Opens one.
     *
     * @param options besides reading, such as to delete it when closed
     * @throws UnreadableRecordingException if it is none, or its beginning is damaged
     * @throws IOException if it cannot be read; the message names it
     */
    public static RecordingReader open(Path path, OpenOption... options) throws IOException {
        OpenOption[] all = new OpenOption[options.length + 1];
        System.arraycopy(options, 0, all, 0, options.length);
        all[options.length] = StandardOpenOption.READ;
        SeekableByteChannel file;
        try {
            file = Files.newByteChannel(path, all);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no file " + path, e);
        } catch (IOException e) {
            throw new IOException("cannot read " + path + ": " + e.getMessage(), e);
        }
        BlockReader blocks = new BlockReader(file);
        try {
            skipPrefix(file, path);
            Block start = blocks.next();
            if (start == null || !start.isWhole() || start.kind() != BlockKind.HEADER) {
                throw new UnreadableRecordingException(path, "it is a recording whose beginning is damaged");
            }
            return new RecordingReader(blocks, RecordingHeader.read(bytes(start)));
        } catch (IllegalArgumentException e) {
            blocks.close();
            throw new UnreadableRecordingException(path, String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            blocks.close();
            throw e;
        }
    }

    private static void skipPrefix(SeekableByteChannel file, Path path) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(BlockLayout.PREFIX_BYTES);
        while (start.hasRemaining()) {
            if (file.read(start) < 0) {
                break;
            }
        }
        start.flip();
        if (!BlockLayout.hasMagic(start) || start.remaining() < BlockLayout.PREFIX_BYTES) {
            throw new UnreadableRecordingException(path, "it is no recording");
        }
        byte version = start.get(BlockLayout.PREFIX_BYTES - 1);
        if (version != BlockLayout.VERSION) {
            throw new UnreadableRecordingException(
                    path,
                    "it is a recording of version " + Byte.toUnsignedInt(version) + ", and this program reads version "
                            + BlockLayout.VERSION + " alone");
        }
    }

    public RecordingHeader header() {
        return header;
    }

    /** The next batch; absent once there is none, or none that is whole. Never fails: what is wrong ends it. */
    public @Nullable RecordedBatch next() {
        while (ending == null) {
            if (block.content().hasRemaining()) {
                RecordedBatch batch = record(block.content());
                if (batch != null) {
                    return batch;
                }
                end(block.position(), block.isWhole() ? "it is damaged" : block.fault());
            } else if (!block.isWhole()) {
                end(block.position(), block.fault());
            } else if (block.kind() == BlockKind.BATCHES && block.records() != records) {
                end(block.position(), "it is damaged");
            } else {
                turn();
            }
        }
        return null;
    }

    /** Goes on to the next block. */
    private void turn() {
        try {
            long position = blocks.position();
            Block found = blocks.next();
            records = 0;
            if (found == null) {
                end(position, "it was never finished");
            } else if (!found.isWhole() && found.kind() != BlockKind.BATCHES) {
                end(position, found.fault());
            } else if (found.kind() == BlockKind.END) {
                finish(found);
            } else if (found.kind() == BlockKind.HEADER) {
                end(position, "it begins anew, as if two recordings were joined");
            } else {
                block = found;
            }
        } catch (IOException e) {
            end(block.position(), "it cannot be read on: " + e.getMessage());
        }
    }

    private void finish(Block mark) throws IOException {
        try {
            EndMark end = EndMark.read(bytes(mark));
            String fault = end.batches() != batches || end.events() != events
                    ? "batches are missing: " + end.batches() + " were recorded"
                    : blocks.next() != null ? "something follows its end" : null;
            ending = new Ending(batches, mark.position(), Math.max(end.end(), reached()), fault);
        } catch (IllegalArgumentException e) {
            end(mark.position(), "it is damaged");
        }
    }

    private void end(long position, @Nullable String fault) {
        block = nothing();
        ending = new Ending(batches, position, reached(), fault);
    }

    private long reached() {
        return header.start() + lastArrival;
    }

    private @Nullable RecordedBatch record(ByteBuffer content) {
        if (content.remaining() < BlockLayout.RECORD_HEAD_BYTES) {
            return null;
        }
        int length = content.getInt();
        int check = content.getInt();
        if (length < 0 || length > Math.min(BlockLayout.MAX_RECORD, content.remaining())) {
            return null;
        }
        ByteBuffer body = content.slice(content.position(), length);
        if (BlockLayout.check(body) != check) {
            return null;
        }
        content.position(content.position() + length);
        RecordedBatch batch = BatchCodec.decode(body);
        if (batch == null || batch.arrival() < lastArrival) {
            return null;
        }
        records++;
        batches++;
        events += batch.events().size();
        lastArrival = batch.arrival();
        return batch;
    }

    /** How the recording ended; absent until {@link #next} was. */
    public @Nullable Ending ending() {
        return ending;
    }

    /** Goes back to the first batch. */
    public void rewind() throws IOException {
        blocks.seek(first);
        block = nothing();
        records = 0;
        batches = 0;
        events = 0;
        lastArrival = 0;
        ending = null;
    }

    private static Block nothing() {
        return new Block(BlockKind.BATCHES, 0, 0, NOTHING, null);
    }

    private static byte[] bytes(Block block) {
        byte[] bytes = new byte[block.content().remaining()];
        block.content().get(bytes);
        return bytes;
    }

    @Override
    public void close() throws IOException {
        blocks.close();
    }
}
