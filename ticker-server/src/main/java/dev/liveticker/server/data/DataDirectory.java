package dev.liveticker.server.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A directory that one server alone uses; the system lets go of it however that ends. Safe in any thread. */
public final class DataDirectory implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DataDirectory.class);

    /**
     * Real paths of those that this process has. The lock is the process's, and ends when any channel to its file is
     * closed, so the file of one that is had must not even be opened.
     */
    private static final Set<Path> TAKEN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final Path real;
    private final FileChannel channel;
    private final AtomicBoolean closed = new AtomicBoolean();

    private DataDirectory(Path path, Path real, FileChannel channel) {
        this.path = path;
        this.real = real;
        this.channel = channel;
    }

    /**
     * Takes it. It is made, for its owner alone, if it is not there.
     *
     * @throws DirectoryInUseException if another process, or another server in this one, has it
     * @throws IOException if it cannot be made or written to
     */
    public static DataDirectory take(Path directory) throws IOException {
        make(directory);
        Path real;
        try {
            real = directory.toRealPath();
        } catch (IOException e) {
            throw new IOException("cannot write to " + directory + ": " + why(e), e);
        }
        if (!TAKEN.add(real)) {
            throw new DirectoryInUseException(directory);
        }
        try {
            return new DataDirectory(directory, real, lock(directory));
        } catch (IOException | RuntimeException e) {
            TAKEN.remove(real);
            throw e;
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new IOException("cannot write to " + directory + ": " + why(e), e);
        }
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new DirectoryInUseException(directory);
        } catch (IOException e) {
            channel.close();
            throw new IOException("cannot lock " + directory + ": " + why(e), e);
        }
        channel.close();
        throw new DirectoryInUseException(directory);
    }

    /** Makes one, for its owner alone, if it is not there. */
    static void make(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectories(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(directory);
            }
        } catch (FileAlreadyExistsException e) {
            throw new IOException(directory + " is no directory to keep data in", e);
        } catch (IOException e) {
            throw new IOException("cannot make the directory " + directory + ": " + why(e), e);
        }
    }

    /** The system's own message is often nothing but a path. */
    private static String why(IOException e) {
        return e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    }

    /** A file in it, there or not. */
    public Path file(String name) {
        return path.resolve(name);
    }

    /** Lets go of it. Harmless when repeated. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            log.warn("The lock of the data directory could not be let go", e);
        }
        TAKEN.remove(real);
    }
}
