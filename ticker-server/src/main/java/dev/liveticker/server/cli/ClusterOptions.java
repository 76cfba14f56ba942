package dev.liveticker.server.cli;

import dev.liveticker.server.cluster.ClusterSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Which servers this one is one with. */
final class ClusterOptions {

    /** A market with a time of its own. */
    private static final List<String> CONTRADICTIONS = List.of("--replay", "--start", "--speed");

    private static final int LONGEST_PASSWORD = 4_096;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--cluster",
            paramLabel = "URL",
            description = "Be one of several servers that are one, by this Redis: redis://HOST:PORT or, with TLS,"
                    + " rediss://HOST:PORT, and /N for another database than 0.")
    private @Nullable String url;

    @Option(
            names = "--cluster-name",
            paramLabel = "NAME",
            description = "Which of the clusters in that Redis (default: live-ticker).")
    private @Nullable String name;

    @Option(
            names = "--cluster-password-file",
            paramLabel = "FILE",
            description =
                    "Its first line is the password of that Redis; the user, if there is one, is named in the URL:"
                            + " redis://USER@HOST.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--cluster-ca",
            paramLabel = "FILE",
            description = "With rediss://, believe a certificate that is in this file or comes from one in it: PEM"
                    + " (default: whom this Java trusts).")
    private @Nullable Path authorities;

    @Option(
            names = "--cluster-patience",
            paramLabel = "SECONDS",
            description = "How long clients are kept while Redis cannot be had, 1 to 600 (default: 10).")
    private @Nullable Integer patience;

    /**
     * Absent for a server on its own.
     *
     * @throws IllegalArgumentException if options make no sense, alone or together; the message says which and why, and
     *     holds no password
     */
    @Nullable
    ClusterSettings settings() {
        ParseResult given = spec.commandLine().getParseResult();
        String redis = url;
        if (redis == null) {
            Stream.of("--cluster-name", "--cluster-password-file", "--cluster-ca", "--cluster-patience")
                    .filter(given::hasMatchedOption)
                    .findFirst()
                    .ifPresent(other -> {
                        throw new IllegalArgumentException(other + " goes with --cluster");
                    });
            return null;
        }
        CONTRADICTIONS.stream().filter(given::hasMatchedOption).findFirst().ifPresent(other -> {
            throw new IllegalArgumentException("--cluster and " + other
                    + " contradict each other: the servers of a cluster share one market, which keeps the time of the"
                    + " wall");
        });
        if (given.hasMatchedOption("--record")) {
            throw new IllegalArgumentException("--cluster and --record contradict each other: the market goes from"
                    + " server to server, and each would have a part of it; record it without a server (record"
                    + " --help), or what a client hears (watch --json)");
        }
        if ("alpaca".equalsIgnoreCase(given.matchedOptionValue("--source", "").strip())) {
            throw new IllegalArgumentException("--cluster and --source alpaca contradict each other: Alpaca allows one"
                    + " connection, and each server of a cluster makes one to learn what is traded");
        }
        ClusterSettings usual = ClusterSettings.of(address(redis));
        return new ClusterSettings(
                usual.redis(),
                name == null ? usual.name() : named(name),
                usual.lease(),
                patience == null ? usual.patience() : seconds(patience),
                usual.retained(),
                authorities == null ? null : authorities(usual.redis(), authorities));
    }

    private static Path authorities(URI redis, Path file) {
        if (!"rediss".equals(redis.getScheme())) {
            throw new IllegalArgumentException("--cluster-ca goes with rediss://: without TLS there is no certificate");
        }
        try (InputStream in = Files.newInputStream(file)) {
            if (CertificateFactory.getInstance("X.509").generateCertificates(in).isEmpty()) {
                throw new IllegalArgumentException("--cluster-ca: no certificate in " + file);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("--cluster-ca: cannot read " + file, e);
        } catch (CertificateException e) {
            throw new IllegalArgumentException("--cluster-ca: no certificate, or a broken one, in " + file, e);
        }
        return file;
    }

    private static String named(String name) {
        if (!ClusterSettings.isName(name)) {
            throw new IllegalArgumentException(
                    "--cluster-name: 1 to 40 of a-z, 0-9 and - expected, not '" + name + "'");
        }
        return name;
    }

    private static Duration seconds(int patience) {
        if (patience < 1 || patience > 600) {
            throw new IllegalArgumentException("--cluster-patience must be from 1 to 600, not " + patience);
        }
        return Duration.ofSeconds(patience);
    }

    /** What is wrong with it is said without repeating it, since a password may be anywhere in it. */
    private URI address(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("--cluster: that is no URL; redis://HOST:PORT expected");
        }
        if (!ClusterSettings.isRedis(uri)) {
            throw new IllegalArgumentException("--cluster: redis://HOST:PORT or rediss://HOST:PORT expected");
        }
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new IllegalArgumentException("--cluster: no host, or no such port, in the URL");
        }
        if (!uri.getRawPath().matches("(/|/[0-9]{1,5})?")
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "--cluster: behind host and port only /N is expected, the number of the database");
        }
        return passwordFile == null ? uri : withPassword(uri, passwordFile);
    }

    private static URI withPassword(URI uri, Path file) {
        String user = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        if (user.contains(":")) {
            throw new IllegalArgumentException("--cluster-password-file: the URL has a password already");
        }
        String encoded =
                URLEncoder.encode(password(file), StandardCharsets.UTF_8).replace("+", "%20");
        String address = uri.getScheme() + "://" + user + ":" + encoded + "@" + hostAndPort(uri) + uri.getRawPath();
        return URI.create(address);
    }

    private static String hostAndPort(URI uri) {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    private static String password(Path file) {
        String first;
        try (var lines = Files.lines(file)) {
            first = lines.findFirst().orElse("");
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException("--cluster-password-file: cannot read " + file, e);
        }
        if (first.isEmpty() || first.length() > LONGEST_PASSWORD) {
            throw new IllegalArgumentException("--cluster-password-file: no password in the first line of " + file);
        }
        return first;
    }
}
