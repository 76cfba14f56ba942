package dev.liveticker.desktop.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The system's own window of files. */
final class FileBrowser {

    private static final Logger LOG = LoggerFactory.getLogger(FileBrowser.class);

    private FileBrowser() {}

    /**
     * Shows where a file lies. Starts a program and does not wait for it.
     *
     * @param failed called if there is no such program, on any thread
     */
    static void reveal(Path file, Runnable failed) {
        SystemProgram.start("file-manager", command(System.getProperty("os.name", ""), file.toAbsolutePath()), e -> {
            LOG.warn("{} cannot be shown in a file manager", file, e);
            failed.run();
        });
    }

    /** @param os the system property {@code os.name} */
    static List<String> command(String os, Path file) {
        String system = os.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return List.of("explorer.exe", "/select," + file);
        }
        if (system.startsWith("mac")) {
            return List.of("open", "-R", file.toString());
        }
        // The common tool knows folders only.
        Path folder = file.getParent() == null ? file : file.getParent();
        return List.of("xdg-open", folder.toString());
    }
}
