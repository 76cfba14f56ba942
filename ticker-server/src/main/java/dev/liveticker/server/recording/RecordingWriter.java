package dev.liveticker.server.recording;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.Deflater;

/**
 * Writes a recording. Batches gather in a block, which is compressed by itself and written once it is full, once it
 * spans a minute, or when it is {@link #flush flushed}; so the same calls give the same bytes. After an error the file
 * is cut back to its last whole block, and takes nothing more.
 *
 * <p>Safe in any thread.
 */
public final class RecordingWriter implements Closeable {

    private static final int BLOCK_BYTES = 256 * 1024;
    private static final long BLOCK_MICROS = 60_000_000;
    private static final int CHUNK_BYTES = 64 * 1024;

    private final SeekableByteChannel file;
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private final ByteArrayOutputStream content = new ByteArrayOutputStream(BLOCK_BYTES);
    private final long start;
    private int records;
    private long blockArrival;
    private long lastArrival;
    private long batches;
    private long events;
    private long good;
    private boolean ended;

    RecordingWriter(SeekableByteChannel file, RecordingHeader header) throws IOException {
        this.file = file;
        this.start = header.start();
        writeFully(BlockLayout.prefix());
        writeBlock(BlockKind.HEADER, header.json(), 0);
    }

    /**
     * Begins one.
     *
     * @throws IOException if it cannot, also because there is such a file already; the message says which and why
     */
    public static RecordingWriter create(Path path, RecordingHeader header) throws IOException {
        return open(path, header, StandardOpenOption.CREATE_NEW);
    }

    /**
     * Begins one in a file that is there already, such as a temporary one, instead of what is in it.
     *
     * @throws IOException if it cannot; the message says which and why
     */
    public static RecordingWriter overwrite(Path path, RecordingHeader header) throws IOException {
        return open(path, header, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static RecordingWriter open(Path path, RecordingHeader header, OpenOption how) throws IOException {
        SeekableByteChannel file;
        try {
            file = Files.newByteChannel(path, how, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new IOException("there is a file " + path + " already, and a recording overwrites none", e);
        } catch (NoSuchFileException e) {
            throw new IOException("cannot write " + path + ": there is no such directory", e);
        } catch (IOException e) {
            throw new IOException("cannot write " + path + ": " + e.getMessage(), e);
        }
        try {
            return new RecordingWriter(file, header);
        } catch (IOException | RuntimeException e) {
            file.close();
            Files.delete(path);
            throw e;
        }
    }

    /**
     * Takes in a batch; a very large one is cut into several.
     *
     * @throws IllegalArgumentException if it arrived before the last, or before the start
     * @throws IllegalStateException if the recording has ended
     */
    public synchronized void write(RecordedBatch batch) throws IOException {
        requireOpen();
        if (batch.arrival() < lastArrival) {
            throw new IllegalArgumentException("batches are recorded in the order they arrived in");
        }
        byte[] record = BatchCodec.encode(batch);
        int count = batch.events().size();
        if (record.length > BlockLayout.MAX_RECORD) {
            if (count < 2) {
                throw new IllegalArgumentException("an event of " + record.length + " bytes");
            }
            write(new RecordedBatch(
                    batch.time(), batch.arrival(), batch.events().subList(0, count / 2)));
            write(new RecordedBatch(
                    batch.time(), batch.arrival(), batch.events().subList(count / 2, count)));
            return;
        }
        if (records > 0
                && (content.size() + record.length > BLOCK_BYTES || batch.arrival() - blockArrival > BLOCK_MICROS)) {
            flush();
        }
        if (records == 0) {
            blockArrival = batch.arrival();
        }
        ByteBuffer head = ByteBuffer.allocate(BlockLayout.RECORD_HEAD_BYTES)
                .putInt(record.length)
                .putInt(BlockLayout.check(ByteBuffer.wrap(record)));
        content.writeBytes(head.array());
        content.writeBytes(record);
        records++;
        lastArrival = batch.arrival();
        batches++;
        events += count;
    }

    /** Hands all that was taken in to the operating system. Without effect once the recording has ended. */
    public synchronized void flush() throws IOException {
        if (!ended && records > 0) {
            byte[] bytes = content.toByteArray();
            int count = records;
            content.reset();
            records = 0;
            writeBlock(BlockKind.BATCHES, bytes, count);
        }
    }

    /**
     * Ends the recording properly, and has it written to the disk. Without effect when repeated.
     *
     * @param end up to when the market was recorded, microseconds since the Unix epoch on its own clock; not before the
     *     last batch, or taken for that
     */
    public synchronized void finish(long end) throws IOException {
        if (ended) {
            return;
        }
        flush();
        writeBlock(BlockKind.END, new EndMark(Math.max(end, start + lastArrival), batches, events).json(), 0);
        if (file instanceof FileChannel disk) {
            disk.force(true);
        }
        close();
    }

    /** How many batches were taken in. */
    public synchronized long batches() {
        return batches;
    }

    /** How many events were taken in. */
    public synchronized long events() {
        return events;
    }

    /** Up to when batches were taken in, microseconds since the Unix epoch on the market's own clock. */
    public synchronized long reached() {
        return start + lastArrival;
    }

    /** Leaves the file as it is; what was not flushed is lost. Harmless when repeated. */
    @Override
    public synchronized void close() throws IOException {
        if (!ended) {
            ended = true;
            deflater.end();
            file.close();
        }
    }

    private void requireOpen() {
        if (ended) {
            throw new IllegalStateException("the recording has ended");
        }
    }

    private void writeBlock(BlockKind kind, byte[] bytes, int count) throws IOException {
        if (bytes.length > kind.maxContent()) {
            throw new IOException("a " + kind + " block of " + bytes.length + " bytes is too large for a recording");
        }
        ByteBuffer stored = ByteBuffer.wrap(deflated(bytes));
        ByteBuffer head = ByteBuffer.allocate(BlockLayout.HEAD_BYTES)
                .put(kind.code())
                .putInt(stored.remaining())
                .putInt(bytes.length)
                .putInt(count);
        head.putInt(BlockLayout.check(head.slice(0, BlockLayout.CHECKED_HEAD_BYTES), stored));
        writeFully(head.flip(), stored);
    }

    private byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream stored = new ByteArrayOutputStream(bytes.length / 4 + CHUNK_BYTES / 64);
        deflater.reset();
        deflater.setInput(bytes);
        deflater.finish();
        while (!deflater.finished()) {
            stored.write(chunk, 0, deflater.deflate(chunk));
        }
        return stored.toByteArray();
    }

    private void writeFully(ByteBuffer... pieces) throws IOException {
        try {
            for (ByteBuffer piece : List.of(pieces)) {
                while (piece.hasRemaining()) {
                    file.write(piece);
                }
            }
            good = file.position();
        } catch (IOException e) {
            cutBack(e);
            throw e;
        }
    }

    private void cutBack(IOException why) {
        try {
            file.truncate(good);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
        try {
            close();
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }
}
