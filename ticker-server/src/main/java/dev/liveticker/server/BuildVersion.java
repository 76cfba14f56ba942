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
     * Which build it is: the date that all files of it bear, UTC, and before that the commit it is from, where whoever
     * built it said so. Such as {@code 1bea72b, 2026-11-26T00:00:00Z}.
     */
    public static String source() {
        String commit = written("commit");
        String date = written("date");
        return commit.equals(UNKNOWN) ? date : commit + ", " + date;
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
        // What no build has filled in says nothing.
        return value.isEmpty() || value.startsWith("$") ? UNKNOWN : value;
    }
}
