package dev.liveticker.desktop.app;

import dev.liveticker.desktop.settings.Program;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;
import javafx.beans.property.Property;

/** Which version this is, as the build wrote it down, and what it runs on. */
final class Version {

    private static final String UNKNOWN = "unknown";

    private Version() {}

    /** All of it, line by line. */
    static String[] lines() {
        return new String[] {"live-ticker " + number(), "Build " + source(), runtime(), system()};
    }

    /** Such as {@code 1.2.0}. */
    static String number() {
        return written().getProperty("version", UNKNOWN);
    }

    /** The date that all files of the build bear, and before that its commit, where whoever built it said so. */
    private static String source() {
        Properties written = written();
        String commit = written.getProperty("commit", "");
        String date = written.getProperty("date", UNKNOWN);
        // What no build has filled in says nothing.
        return commit.isEmpty() || commit.startsWith("$") ? date : commit + ", " + date;
    }

    private static Properties written() {
        return properties(Version.class, "version.properties");
    }

    /** What is told of the program in the settings. */
    static Program program(Path log, Path config) {
        return new Program(
                number() + " (" + source() + ")",
                runtime(),
                system(),
                log.toAbsolutePath(),
                config.toAbsolutePath(),
                FileBrowser::open);
    }

    /** Such as {@code Java 25.0.1 (Vendor), JavaFX 26.0.2}. Needs no toolkit. */
    private static String runtime() {
        return "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + "), JavaFX "
                + properties(Property.class, "/javafx.properties").getProperty("javafx.version", UNKNOWN);
    }

    /** Such as {@code Linux 6.1 amd64}. */
    private static String system() {
        return System.getProperty("os.name")
                + ' '
                + System.getProperty("os.version")
                + ' '
                + System.getProperty("os.arch");
    }

    private static Properties properties(Class<?> beside, String name) {
        Properties properties = new Properties();
        try (InputStream file = beside.getResourceAsStream(name)) {
            if (file != null) {
                properties.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
