package dev.liveticker.feed;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a feed's token comes from. Asked on any thread before each connection and request, so that a token can be
 * renewed meanwhile: when that of a live connection runs out, the feed connects once more, with the one there is then.
 * Must not block for long. Implementations say nothing of the token in {@code toString}.
 */
@FunctionalInterface
public interface TokenSource {

    /** The token to show; empty for none. */
    Optional<String> token();

    /** For servers that ask for none. */
    static TokenSource none() {
        return NoToken.NONE;
    }

    /** Always the same. Two of the same token are equal. */
    static TokenSource of(String token) {
        return new FixedToken(token.strip());
    }

    /** What the file holds at the moment, blanks around it dropped. Two of the same file are equal. */
    static TokenSource file(Path file) {
        return new TokenFile(file);
    }

    /** What goes into a header {@code Authorization}; empty for none, and for what cannot be a token. */
    default Optional<String> authorization() {
        return token().filter(TokenSource::isToken).map(token -> "Bearer " + token);
    }

    /** The letters of RFC 6750 section 2.1. */
    static boolean isToken(String text) {
        return text.matches("[A-Za-z0-9._~+/-]+=*");
    }

    /** Nobody asks. */
    enum NoToken implements TokenSource {
        NONE;

        @Override
        public Optional<String> token() {
            return Optional.empty();
        }
    }

    /** Known from the beginning. */
    record FixedToken(String text) implements TokenSource {

        @Override
        public Optional<String> token() {
            return Optional.of(text);
        }

        @Override
        public String toString() {
            return "a token";
        }
    }
}
