package dev.liveticker.server.cli;

import dev.liveticker.server.access.AccessSettings;
import dev.liveticker.server.access.Authenticator;
import dev.liveticker.server.access.KeyFiles;
import dev.liveticker.server.access.ListenPolicy;
import dev.liveticker.server.access.Origins;
import dev.liveticker.server.access.TrustedProxies;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Who is let in. */
final class AccessOptions {

    /** Where tokens are checked with; at most one of them, since it fixes how tokens must be signed. */
    private static final class Key {

        @Option(
                names = "--auth-secret-file",
                paramLabel = "FILE",
                description = "Ask for tokens signed with this secret (HS256; at least 32 bytes).")
        private @Nullable Path secret;

        @Option(
                names = "--auth-public-key",
                paramLabel = "FILE",
                description = "Ask for tokens that this public key checks (PEM; RS256 or ES256).")
        private @Nullable Path publicKey;

        @Option(
                names = "--auth-jwks",
                paramLabel = "FILE",
                description = "Ask for tokens that a key of this JSON Web Key Set checks (RS256 or ES256).")
        private @Nullable Path keySet;
    }

    @ArgGroup
    private @Nullable Key key;

    @Option(
            names = "--auth-query-token",
            description = "Take a token from access_token= in the address of /v1/events too, for browsers.")
    private boolean queryToken;

    @Option(
            names = "--allow-origin",
            paramLabel = "ORIGIN",
            description = "Let pages of this origin use the server, such as https://board.example; repeatable"
                    + " (default: its own alone).")
    private List<String> origins = List.of();

    @Option(
            names = "--require-origin",
            description = "Refuse requests that name no origin, as those of programs that are no browser.")
    private boolean originRequired;

    @Option(
            names = "--trust-proxy",
            paramLabel = "RANGE",
            split = ",",
            description = "Believe proxies at these addresses when they say whom a request is from, such as"
                    + " 127.0.0.1,10.0.0.0/8 (default: nobody).")
    private List<String> proxies = List.of();

    @Option(
            names = "--proxy-header",
            paramLabel = "NAME",
            completionCandidates = Choices.ProxyHeaders.class,
            description = "How they say it: x-forwarded-for (with x-forwarded-proto) or forwarded (default:"
                    + " x-forwarded-for).")
    private @Nullable String proxyHeader;

    @Option(
            names = "--allow-insecure",
            description = "Listen where others can reach it without TLS and tokens all the same.")
    private boolean insecure;

    /** @throws IllegalArgumentException if one of them is of no use; the message says which and why */
    AccessSettings settings() {
        if (queryToken && key == null) {
            throw new IllegalArgumentException("--auth-query-token: no key is named to check tokens with");
        }
        try {
            return new AccessSettings(authenticator(), queryToken, Origins.parse(origins, originRequired), proxies());
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no file " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + e.getMessage(), e);
        }
    }

    private TrustedProxies proxies() {
        if (proxyHeader != null && proxies.isEmpty()) {
            throw new IllegalArgumentException("--proxy-header goes with --trust-proxy");
        }
        TrustedProxies.Form form = switch (proxyHeader == null ? "x-forwarded-for" : lower(proxyHeader)) {
            case "x-forwarded-for" -> TrustedProxies.Form.X_FORWARDED;
            case "forwarded" -> TrustedProxies.Form.FORWARDED;
            default ->
                throw new IllegalArgumentException(
                        "--proxy-header: x-forwarded-for or forwarded expected, not '" + proxyHeader + "'");
        };
        try {
            return TrustedProxies.parse(proxies, form);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--trust-proxy: " + e.getMessage(), e);
        }
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private @Nullable Authenticator authenticator() throws IOException {
        Key named = key;
        InstantSource clock = InstantSource.system();
        if (named == null) {
            return null;
        }
        if (named.secret != null) {
            return KeyFiles.secret(named.secret, clock);
        }
        if (named.publicKey != null) {
            return KeyFiles.publicKey(named.publicKey, clock);
        }
        return named.keySet == null ? null : KeyFiles.keySet(named.keySet, clock);
    }

    /**
     * What to warn of when others can reach the server; empty if there is nothing.
     *
     * @param encrypted whether it speaks TLS alone
     * @throws IllegalArgumentException if that was not explicitly accepted
     */
    Optional<String> exposure(String host, boolean encrypted) {
        Optional<String> objection = ListenPolicy.objection(encrypted, key != null);
        if (objection.isPresent() && !insecure) {
            throw new IllegalArgumentException(
                    "--host " + host + ": " + objection.get() + " (--allow-insecure listens all the same)");
        }
        return objection.map(why -> "listening on " + host + ": " + why);
    }
}
