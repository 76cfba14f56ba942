package dev.liveticker.benchmarks.soak;

import dev.liveticker.feed.TokenSource;
import dev.liveticker.server.access.SecretFile;
import dev.liveticker.server.access.TokenIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tokens that clients show, and the secret the nodes judge them by. Any thread. */
final class Passes {

    /** Longer than any soak. */
    private static final Duration LONG = Duration.ofDays(2);

    private final Path secret;
    private final TokenIssuer issuer;
    private final String operator;

    private Passes(Path secret) throws IOException {
        this.secret = secret;
        this.issuer = TokenIssuer.of(secret, InstantSource.system());
        this.operator = issuer.issue("operator", LONG, Set.of(), List.of(), true);
    }

    /** With a new secret in the file. */
    static Passes create(Path file) throws IOException {
        Files.deleteIfExists(file);
        SecretFile.create(file);
        return new Passes(file);
    }

    Path secret() {
        return secret;
    }

    /** Whoever has it may ask for faults. */
    String operator() {
        return operator;
    }

    /** A new token of a user. */
    String of(String user, Duration lifetime) {
        return issuer.issue(user, lifetime, Set.of(), List.of(), false);
    }

    /** For a feed: one that outlasts the soak. */
    TokenSource lasting(String user) {
        Optional<String> token = Optional.of(of(user, LONG));
        return () -> token;
    }
}
