package dev.liveticker.desktop.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Shows a folder in the system's own file manager. */
final class Folders {

    private Folders() {}

    /**
     * Does not wait for it.
     *
     * @param file a directory, or a file in the one to show
     * @throws IOException if there is no file manager to be had, or no such directory
     */
    static void show(Path file) throws IOException {
        Path folder = folder(file);
        SystemProgram.start(command(System.getProperty("os.name"), folder));
    }

    /** @param os the system property {@code os.name} */
    static List<String> command(String os, Path folder) {
        String system = os.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return List.of("explorer.exe", folder.toString());
        }
        return List.of(system.startsWith("mac") ? "open" : "xdg-open", folder.toString());
    }

    private static Path folder(Path file) throws IOException {
        Path folder = Files.isDirectory(file) ? file : file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("there is no directory " + folder);
        }
        return folder;
    }
}
