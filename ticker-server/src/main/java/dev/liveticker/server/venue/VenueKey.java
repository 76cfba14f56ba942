package dev.liveticker.server.venue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor knows its customer by: a key, and with some a secret that goes with it. Its {@link #toString} gives
 * nothing away.
 */
public final class VenueKey {

    private static final int LONGEST_FILE = 4_096;

    /** What a vendor's keys are made of; so a key needs no escaping anywhere, and a wrong file is told at once. */
    private static final String FORM = "[A-Za-z0-9._+/=-]{8,256}";

    private final List<String> parts;

    private VenueKey(List<String> parts) {
        this.parts = parts;
    }

    /**
     * Reads it from a file, whose first lines are its parts, or else from the environment.
     *
     * @param file absent for the environment
     * @param variables the names of the environment variables of its parts
     * @throws IllegalArgumentException if it is not there or cannot be one; the message says what to do and holds
     *     nothing of it
     */
    public static VenueKey read(
            String venue, @Nullable Path file, List<String> variables, Map<String, String> environment) {
        if (file != null) {
            return new VenueKey(lines(file, variables.size()));
        }
        for (String variable : variables) {
            String value = environment.getOrDefault(variable, "");
            if (value.isBlank()) {
                throw new IllegalArgumentException(venue + " wants a key: set " + String.join(" and ", variables)
                        + " in the environment, or name a file with --key-file");
            }
            if (!value.strip().matches(FORM)) {
                throw new IllegalArgumentException(variable + " does not look like a key");
            }
        }
        return new VenueKey(variables.stream()
                .map(variable -> environment.getOrDefault(variable, "").strip())
                .toList());
    }

    private static List<String> lines(Path file, int count) {
        String text;
        try {
            if (Files.size(file) > LONGEST_FILE) {
                throw new IllegalArgumentException("--key-file: " + file + " is too long to be a key");
            }
            text = Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalArgumentException("--key-file: cannot read " + file, e);
        }
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(count)
                .toList();
        if (lines.size() < count || !lines.stream().allMatch(line -> line.matches(FORM))) {
            throw new IllegalArgumentException("--key-file: " + file + " does not hold "
                    + (count == 1 ? "a key in its first line" : count + " lines, the key and then its secret"));
        }
        return lines;
    }

    /** One of its parts, from 0. */
    public String part(int index) {
        return parts.get(index);
    }

    /** A text of the venue's without any part of the key in it. */
    public String conceal(String text) {
        String clean = text;
        for (String part : parts) {
            clean = clean.replace(part, "***");
        }
        return clean;
    }

    @Override
    public String toString() {
        return "a key";
    }
}
