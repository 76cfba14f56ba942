package dev.liveticker.desktop.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a file so that its place holds, at every moment, either all of it or what was there before. */
public final class WholeFile {

    private static final Logger LOG = LoggerFactory.getLogger(WholeFile.class);

    private WholeFile() {}

    /**
     * Writes beside the place, forces it to the disk, and moves it there; what is written next is never on the disk
     * before it.
     *
     * @throws IOException if it could not be written; nothing is left of it then
     */
    public static void write(Path file, byte[] content) throws IOException {
        Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), "new", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            move(beside, file);
            forceNames(file.toAbsolutePath());
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** A move is on the disk when its directory is. Some systems have no such thing, and order moves by themselves. */
    private static void forceNames(Path moved) {
        try (FileChannel names = FileChannel.open(moved.getParent(), StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            LOG.debug("the directory of {} cannot be forced to the disk", moved, e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
