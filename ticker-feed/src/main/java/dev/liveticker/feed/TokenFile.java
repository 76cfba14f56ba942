package dev.liveticker.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A token in a file, read anew each time. Two of the same file are equal. */
final class TokenFile implements TokenSource {

    private static final Logger LOG = LoggerFactory.getLogger(TokenFile.class);

    private final Path file;
    /** What was wrong the last time, nothing if all was well: it is asked at each poll, and told once. */
    private final AtomicReference<String> trouble = new AtomicReference<>("");

    TokenFile(Path file) {
        this.file = file;
    }

    @Override
    public Optional<String> token() {
        try {
            String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (TokenSource.isToken(text)) {
                trouble.set("");
            } else if (isNew("no token: " + text)) {
                LOG.warn(
                        "what is in the token file {} is no token (letters, digits and ._~+/-), so none is shown",
                        file);
            }
            return Optional.of(text);
        } catch (IOException e) {
            if (isNew(e.toString())) {
                LOG.warn("the token file cannot be read: {}", e.toString());
            }
            return Optional.empty();
        }
    }

    private boolean isNew(String now) {
        return !now.equals(trouble.getAndSet(now));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenFile another && file.equals(another.file);
    }

    @Override
    public int hashCode() {
        return file.hashCode();
    }

    @Override
    public String toString() {
        return "the token in " + file;
    }
}
