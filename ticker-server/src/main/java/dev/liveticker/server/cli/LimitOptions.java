package dev.liveticker.server.cli;

import dev.liveticker.server.limit.LimitSettings;
import dev.liveticker.server.limit.Rate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How much a client may ask. */
final class LimitOptions {

    private static final int MOST = 1_000_000;
    /** How many seconds' worth may be said, or asked, at once. */
    private static final long MESSAGE_BURST = 3;

    private static final long REQUEST_BURST = 10;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

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
            description = "What one client may say in the long run (default: ${DEFAULT-VALUE}).")
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

    /** @throws ParameterException if a number is out of range */
    LimitSettings settings() {
        check("--max-connections", maxConnections);
        check("--max-connections-per-address", maxPerAddress);
        check("--messages-per-second", messages);
        check("--requests-per-second", requests);
        check("--failed-logins-per-minute", failedLogins);
        LimitSettings usual = LimitSettings.defaults();
        return new LimitSettings(
                Rate.perSecond(MESSAGE_BURST * messages, messages),
                usual.userMessages(),
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

    private void check(String name, int value) {
        if (value < 1 || value > MOST) {
            throw new ParameterException(spec.commandLine(), name + " must be from 1 to " + MOST + ", not " + value);
        }
    }
}
