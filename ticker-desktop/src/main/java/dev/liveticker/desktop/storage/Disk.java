package dev.liveticker.desktop.storage;

import java.io.IOException;
import java.nio.file.Path;

/** Where whole files are put. */
@FunctionalInterface
interface Disk {

    /**
     * Puts a file in its place, all of it or nothing.
     *
     * @throws IOException if it could not be written; its place is then as it was
     */
    void write(Path file, byte[] content) throws IOException;
}
