package dev.liveticker.desktop.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a file so that its place holds, at every moment, either all of it or what was there before. A link is
 * followed: what it leads to is written, and it stays a link.
 */
public final class WholeFile {

    private static final Logger LOG = LoggerFactory.getLogger(WholeFile.class);

    /** More of them in a row lead in a circle. */
    private static final int MOST_LINKS = 40;

    private WholeFile() {}

    /**
     * Writes a file that may be for others too: whoever could read the one before can read it, and a new one is as
     * readable as any that is made there.
     *
     * @throws IOException if it could not be written; nothing is left of it then
     */
    public static void write(Path file, byte[] content) throws IOException {
        Path place = followed(file);
        Path beside = Files.createFile(place.resolveSibling("new" + UUID.randomUUID() + ".tmp"));
        try {
            if (Files.exists(place)) {
                takePermissions(place, beside);
            }
            fill(beside, content, place);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /**
     * Writes a file that is for its owner alone, where the system knows such a thing.
     *
     * @throws IOException if it could not be written; nothing is left of it then
     */
    static void writePrivate(Path file, byte[] content) throws IOException {
        Path place = followed(file);
        Path beside = Files.createTempFile(place.getParent(), "new", ".tmp");
        try {
            fill(beside, content, place);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /**
     * Writes beside the place, forces it to the disk, and moves it there; what is written next is never on the disk
     * before it.
     */
    private static void fill(Path beside, byte[] content, Path place) throws IOException {
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        move(beside, place);
        forceNames(place);
    }

    /** What a link leads to in the end, whether it is there or not; absolute. */
    private static Path followed(Path file) throws IOException {
        Path place = file.toAbsolutePath();
        for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(place); i++) {
            place = place.resolveSibling(Files.readSymbolicLink(place));
        }
        return place;
    }

    private static void takePermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView before = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (before != null) {
            Files.setPosixFilePermissions(to, before.readAttributes().permissions());
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
