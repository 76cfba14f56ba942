package dev.liveticker.desktop.app;

import dev.liveticker.desktop.settings.Program;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which version this is, as the build wrote it down. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"live-ticker " + number()};
    }

    /** Such as {@code 1.2.0}. */
    static String number() {
        Properties properties = new Properties();
        try (InputStream file = Version.class.getResourceAsStream("version.properties")) {
            if (file == null) {
                throw new IOException("version.properties is missing");
            }
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "");
    }

    /** What is told of the program in the settings. */
    static Program program(Path log, Path config) {
        return new Program(number(), runtime(), system(), log.toAbsolutePath(), config.toAbsolutePath(), Folders::show);
    }

    /** Such as {@code Java 25.0.1 (Vendor), JavaFX 26.0.2}. */
    private static String runtime() {
        return "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + "), JavaFX "
                + System.getProperty("javafx.version");
    }

    /** Such as {@code Linux 6.1 amd64}. */
    private static String system() {
        return System.getProperty("os.name")
                + ' '
                + System.getProperty("os.version")
                + ' '
                + System.getProperty("os.arch");
    }
}
