package dev.liveticker.server.cli;

import dev.liveticker.server.limit.LimitSettings;
import dev.liveticker.server.limit.Rate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** How much a client may ask. */
final class LimitOptions {

    private static final int MOST = 1_000_000;
    /** How many seconds' worth may be said, or asked, at once. */
    private static final long MESSAGE_BURST = 3;

    private static final long REQUEST_BURST = 10;

    /** How much more than one connection all of a user may say together. */
    private static final long CONNECTIONS_OF_A_USER = 10;

    @Option(
            names = "--max-connections",
            paramLabel = "NUMBER",
            defaultValue = "21000",
            description = "Connections at once (default: ${DEFAULT-VALUE}).")
    private int maxConnections;

    @Option(
            names = "--max-connections-per-address",
            paramLabel = "NUMBER",
            defaultValue = "1000",
            description = "Connections at once from one address other than this machine (default: ${DEFAULT-VALUE}).")
    private int maxPerAddress;

    @Option(
            names = "--messages-per-second",
            paramLabel = "NUMBER",
            defaultValue = "300",
            description = "What one client may say in the long run, and ten times that all of a user together"
                    + " (default: ${DEFAULT-VALUE}).")
    private int messages;

    @Option(
            names = "--requests-per-second",
            paramLabel = "NUMBER",
            defaultValue = "200",
            description =
                    "Requests of one address other than this machine in the long run (default: ${DEFAULT-VALUE}).")
    private int requests;

    @Option(
            names = "--failed-logins-per-minute",
            paramLabel = "NUMBER",
            defaultValue = "6",
            description = "Failed logins of one address in the long run (default: ${DEFAULT-VALUE}).")
    private int failedLogins;

    /** @throws IllegalArgumentException if numbers are out of range; the message says which */
    LimitSettings settings() {
        String wrong = Stream.of(
                        wrong("--max-connections", maxConnections),
                        wrong("--max-connections-per-address", maxPerAddress),
                        wrong("--messages-per-second", messages),
                        wrong("--requests-per-second", requests),
                        wrong("--failed-logins-per-minute", failedLogins))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(wrong);
        }
        LimitSettings usual = LimitSettings.defaults();
        return new LimitSettings(
                Rate.perSecond(MESSAGE_BURST * messages, messages),
                Rate.perSecond(CONNECTIONS_OF_A_USER * MESSAGE_BURST * messages, CONNECTIONS_OF_A_USER * messages),
                usual.addressMessages(),
                Rate.perSecond(REQUEST_BURST * requests, requests),
                usual.addressConnections(),
                new Rate(usual.failedLogins().burst(), failedLogins),
                maxConnections,
                maxPerAddress,
                usual.headerDeadline(),
                usual.bodyDeadline(),
                usual.answerBytes(),
                usual.exemptLoopback());
    }

    private static Optional<String> wrong(String name, int value) {
        return value < 1 || value > MOST
                ? Optional.of(name + " must be from 1 to " + MOST + ", not " + value)
                : Optional.empty();
    }
}
