package dev.liveticker.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this build, as the build wrote it down. */
public final class BuildVersion {

    private static final String UNKNOWN = "unknown";

    private BuildVersion() {}

    /** Such as {@code 1.2.0}. */
    public static String current() {
        return written("version");
    }

    /**
     * What it was built from, such as {@code 1bea72b, 2026-11-26T05:02:11Z}: a commit and its time, UTC.
     * {@code unknown} where that was not built from a repository.
     */
    public static String source() {
        String commit = written("commit");
        return commit.equals(UNKNOWN) ? UNKNOWN : commit + ", " + written("time");
    }

    private static String written(String key) {
        Properties properties = new Properties();
        try (InputStream in = BuildVersion.class.getResourceAsStream("version.properties")) {
            if (in == null) {
                return UNKNOWN;
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String value = properties.getProperty(key, "");
        return value.isEmpty() ? UNKNOWN : value;
    }
}
