package dev.liveticker.desktop.opening;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** One thing to open, as an argument of the program names it. */
public sealed interface Opening {

    /** More at once is a mistake: there can be no more lists. */
    int MOST_AT_ONCE = 50;

    /** What links begin with, in whatever case. */
    String SCHEME = "liveticker:";

    /** @param path absolute; there was such a file when it was named */
    record WatchlistFile(Path path) implements Opening {

        @Override
        public String argument() {
            return path.toUri().toString();
        }
    }

    /** @param text as it came, cut where it is too long for any link; {@link WatchLink} says what it means */
    record Link(String text) implements Opening {

        @Override
        public String argument() {
            return text;
        }
    }

    /** What {@link #parse} makes the same of again. */
    String argument();

    /**
     * Reads an argument as a person types it or as a system's desktop passes it: a path, a {@code file:} URI or a link.
     *
     * @return nothing if it is no link and there is no such file
     */
    static Optional<Opening> parse(String argument) {
        if (begins(argument, SCHEME)) {
            return Optional.of(new Link(
                    argument.length() > WatchLink.LONGEST ? argument.substring(0, WatchLink.LONGEST + 1) : argument));
        }
        try {
            Path path = begins(argument, "file:") ? Path.of(URI.create(argument)) : Path.of(argument);
            // Only of a regular file is it sure that reading it comes to an end.
            return Files.isRegularFile(path) ? Optional.of(new WatchlistFile(path.toAbsolutePath())) : Optional.empty();
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            // Not even the name of a file.
            return Optional.empty();
        }
    }

    private static boolean begins(String text, String prefix) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length());
    }
}
