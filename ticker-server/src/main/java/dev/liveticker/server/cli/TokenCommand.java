package dev.liveticker.server.cli;

import dev.liveticker.model.Channel;
import dev.liveticker.server.access.TokenIssuer;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ticker-server token --user ana --expires 1d --auth-secret-file FILE}: prints a token. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLines.class,
        sortOptions = false,
        description = "Prints a token for a user, for servers started with the same --auth-secret-file.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the token is printed", "2:a bad option"})
final class TokenCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--user", paramLabel = "NAME", required = true, description = "Who it is for.")
    private String user = "";

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            defaultValue = "1d",
            converter = Lifetime.class,
            description = "How long it lasts, such as 90s, 30m, 12h or 7d (default: ${DEFAULT-VALUE}).")
    private Duration expires = Duration.ofDays(1);

    @Option(
            names = "--channels",
            paramLabel = "CHANNEL",
            completionCandidates = Choices.Channels.class,
            split = ",",
            description = "Only these of quotes, trades and bars, separated by commas (default: all).")
    private List<String> channels = List.of();

    @Option(
            names = "--symbols",
            paramLabel = "SYMBOL",
            split = ",",
            description = "Only these, separated by commas; BTC-* stands for all that begin so (default: all).")
    private List<String> symbols = List.of();

    @Option(names = "--operator", description = "Let it also see how the server itself fares.")
    private boolean operator;

    @Option(
            names = "--auth-secret-file",
            paramLabel = "FILE",
            required = true,
            description = "The secret to sign it with.")
    private Path secret = Path.of("");

    @Override
    public Integer call() {
        try {
            String token =
                    TokenIssuer.of(secret, InstantSource.system()).issue(user, expires, channels(), symbols, operator);
            spec.commandLine().getOut().println(token);
            spec.commandLine().getOut().flush();
            return ExitCode.OK;
        } catch (IllegalArgumentException e) {
            throw bad(String.valueOf(e.getMessage()));
        } catch (NoSuchFileException e) {
            throw bad("there is no file " + e.getMessage());
        } catch (IOException e) {
            throw bad("cannot read " + e.getMessage());
        }
    }

    private Set<Channel> channels() {
        Set<Channel> named = EnumSet.noneOf(Channel.class);
        for (String name : channels) {
            named.add(Channel.parse(name)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "--channels must be of quotes, trades and bars, not '" + name + "'")));
        }
        return named;
    }

    private ParameterException bad(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
