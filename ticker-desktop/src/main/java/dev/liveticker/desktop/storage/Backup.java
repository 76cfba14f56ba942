package dev.liveticker.desktop.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A copy of a file as an older version of the program left it, beside it and kept for good. */
final class Backup {

    private Backup() {}

    /**
     * Keeps what a file says. A copy that is there already and says the same is enough, and none is ever replaced.
     *
     * @param version of the file, by which the copy is named, such as {@code settings.json.version-1}
     * @return the copy
     * @throws IOException if there is none in the end
     */
    static Path keep(Path file, int version, byte[] content, Disk disk) throws IOException {
        String name = file.getFileName() + ".version-" + version;
        Path copy = file.resolveSibling(name);
        for (int i = 2; Files.exists(copy); i++) {
            if (Arrays.equals(Files.readAllBytes(copy), content)) {
                return copy;
            }
            copy = file.resolveSibling(name + "-" + i);
        }
        disk.write(copy, content);
        return copy;
    }
}
