package dev.liveticker.server.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.concurrent.CountDownLatch;

/** A file on a disk that has room for so many bytes, and that may be made to hang. */
final class FullDisk implements SeekableByteChannel {

    private final SeekableByteChannel file;
    private final long room;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    FullDisk(SeekableByteChannel file, long room) {
        this.file = file;
        this.room = room;
    }

    /** Writing waits from now on until this is released. */
    CountDownLatch hang() {
        gate = new CountDownLatch(1);
        return gate;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        long left = room - file.position();
        if (left <= 0) {
            throw new IOException("No space left on device");
        }
        if (bytes.remaining() <= left) {
            return file.write(bytes);
        }
        ByteBuffer part = bytes.slice(bytes.position(), (int) left);
        int written = file.write(part);
        bytes.position(bytes.position() + written);
        return written;
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        return file.read(bytes);
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        file.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        file.truncate(size);
        return this;
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
