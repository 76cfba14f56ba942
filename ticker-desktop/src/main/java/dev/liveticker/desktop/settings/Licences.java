package dev.liveticker.desktop.settings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whose work is in the program, and on what terms, as {@code licences.txt} has it. */
final class Licences {

    private static final String FILE = "licences.txt";

    /**
     * One library.
     *
     * @param artifact its name in the build, such as {@code undertow-core}
     * @param name for people
     * @param licence SPDX expression
     */
    record Licence(String artifact, String name, String licence) {}

    private Licences() {}

    /** In the order of the file. */
    static List<Licence> all() {
        try (InputStream file = Licences.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IOException(FILE + " is missing");
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Licences::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Licence read(String line) {
        String[] parts = line.split("\\|", -1);
        if (parts.length != 3) {
            throw new IllegalStateException("not a line of licences: " + line);
        }
        return new Licence(parts[0].strip(), parts[1].strip(), parts[2].strip());
    }
}
