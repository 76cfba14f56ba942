package dev.liveticker.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of its own for a target whose subject reads files; gone with the program. */
public final class Scratch {

    /** Memory that looks like a disk, where there is such: some subjects wait until a disk has all they wrote. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final String NAME = "live-ticker-fuzz";

    private final Path folder;

    /** Makes the folder. */
    public Scratch() {
        try {
            folder = Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, NAME)
                    : Files.createTempDirectory(NAME);
        } catch (IOException e) {
            throw new UncheckedIOException("no folder can be made", e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::remove, "scratch"));
    }

    /** Where a file of this name is, or would be. */
    public Path path(String name) {
        return folder.resolve(name);
    }

    /** A file that holds these bytes, and the only one. */
    public Path only(String name, byte[] bytes) throws IOException {
        empty();
        return Files.write(path(name), bytes);
    }

    private void empty() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    private void remove() {
        try {
            empty();
            Files.delete(folder);
        } catch (IOException e) {
            System.err.println(folder + " could not be removed: " + e);
        }
    }
}
