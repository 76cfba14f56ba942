package dev.liveticker.desktop.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The system's own window of files. It is started and not waited for. */
final class FileBrowser {

    private static final Logger LOG = LoggerFactory.getLogger(FileBrowser.class);

    private FileBrowser() {}

    /**
     * Shows where a file lies.
     *
     * @param failed called if there is no such program, on any thread
     */
    static void reveal(Path file, Runnable failed) {
        SystemProgram.start("file-manager", revealing(System.getProperty("os.name", ""), file.toAbsolutePath()), e -> {
            LOG.warn("{} cannot be shown in a file manager", file, e);
            failed.run();
        });
    }

    /**
     * Shows a folder.
     *
     * @param file a directory, or a file in the one to show
     * @throws IOException if there is no such program, or no such directory
     */
    static void open(Path file) throws IOException {
        Path folder = Files.isDirectory(file) ? file : file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("there is no directory " + folder);
        }
        SystemProgram.start(opening(System.getProperty("os.name", ""), folder));
    }

    /** @param os the system property {@code os.name} */
    static List<String> revealing(String os, Path file) {
        String system = os.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return List.of("explorer.exe", "/select," + file);
        }
        if (system.startsWith("mac")) {
            return List.of("open", "-R", file.toString());
        }
        // The common tool knows folders only.
        return opening(os, file.getParent() == null ? file : file.getParent());
    }

    /** @param os the system property {@code os.name} */
    static List<String> opening(String os, Path folder) {
        String system = os.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return List.of("explorer.exe", folder.toString());
        }
        return List.of(system.startsWith("mac") ? "open" : "xdg-open", folder.toString());
    }
}
