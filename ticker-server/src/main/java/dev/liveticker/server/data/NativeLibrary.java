package dev.liveticker.server.data;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite's own code, which its driver unpacks into a file to load it from, and removes when Java ends in its own time.
 * A server that is stopped by a signal or killed does not, and would leave one in the temporary directory each time.
 */
public final class NativeLibrary {

    private static final Logger log = LoggerFactory.getLogger(NativeLibrary.class);

    /** As the driver names its settings. */
    private static final String WHERE_TO = "org.sqlite.tmpdir";

    private static final String WHERE_IT_IS = "org.sqlite.lib.path";
    private static final String FOLDER = "native";
    private static final String UNPACKED = "sqlite-*";

    private NativeLibrary() {}

    /**
     * Has it unpacked into a folder of this directory, which is made if it is not there, and removes from that what
     * earlier runs left. Where nothing may be loaded from there, it is unpacked where the driver would by itself. To be
     * called before anything else uses SQLite; without effect where somebody has said already where it is to be.
     */
    public static void unpackIn(Path directory) {
        if (System.getProperty(WHERE_TO) != null || System.getProperty(WHERE_IT_IS) != null) {
            return;
        }
        Path folder = directory.resolve(FOLDER);
        try {
            DataDirectory.make(directory);
            Files.createDirectories(folder);
            removeFrom(folder);
        } catch (IOException e) {
            log.debug("SQLite's library is not unpacked into {}", folder, e);
            return;
        }
        System.setProperty(WHERE_TO, folder.toString());
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            log.warn("SQLite's library cannot be loaded from {}, and goes to the temporary directory", folder, e);
            System.clearProperty(WHERE_TO);
        }
    }

    private static void removeFrom(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, UNPACKED)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }
}
