package dev.liveticker.server.cli;

import dev.liveticker.server.BuildVersion;
import dev.liveticker.server.market.MarketSource;
import dev.liveticker.server.recording.MarketRecording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ticker-server record --out FILE.ltr}: runs a market that nobody listens to, and records it. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLines.class,
        sortOptions = false,
        description = "Runs a market without a server and records it. A simulated one is recorded in the same bytes if"
                + " its options are the same and --start is among them.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the recording is there, as long as asked for or until stopped (SIGTERM, Ctrl+C)",
            "1:it cannot be written or is there already, or the market failed",
            "2:a bad option"
        })
final class RecordCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "FILE.ltr", required = true, description = "Where to; must not exist.")
    private Path out = Path.of("");

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = Lifetime.class,
            description = "How much of the market's time to record, such as 90s or 6h30m (default: until stopped).")
    private @Nullable Duration length;

    @Mixin
    private final MarketOptions market = new MarketOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (length != null && length.isZero()) {
            throw bad("--for: a time longer than none expected");
        }
        if (spec.commandLine().getParseResult().hasMatchedOption("--replay")) {
            throw bad("--replay: what would be recorded is a recording already");
        }
        MarketRecording recording = open();
        Thread whenStopped = new Thread(() -> stop(recording), "shutdown");
        Runtime.getRuntime().addShutdownHook(whenStopped);
        if (length == null) {
            spec.commandLine().getOut().println("Recording until stopped");
            spec.commandLine().getOut().flush();
        }
        boolean ours;
        try {
            recording.await();
        } finally {
            ours = isLeftToUs(whenStopped);
            if (ours) {
                recording.close();
            }
        }
        if (ours) {
            tell(recording);
        }
        return ExitCode.OK;
    }

    /** Whether the process is not being stopped, so that nobody else ends the recording. */
    private static boolean isLeftToUs(Thread whenStopped) {
        try {
            return Runtime.getRuntime().removeShutdownHook(whenStopped);
        } catch (IllegalStateException stopping) {
            return false;
        }
    }

    private MarketRecording open() throws IOException {
        try {
            MarketSource source = market.plan().open(Map.of());
            try {
                return MarketRecording.start(source, out, length, "Live Ticker " + BuildVersion.current());
            } catch (IOException | RuntimeException e) {
                source.close();
                throw e;
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** A JVM that is stopped by a signal exits with 128 and its number, unless it is halted with another code. */
    private void stop(MarketRecording recording) {
        int code = ExitCode.OK;
        try {
            recording.close();
            tell(recording);
        } catch (IOException e) {
            spec.commandLine().getErr().println("ticker-server: " + e.getMessage());
            code = ExitCode.SOFTWARE;
        }
        Runtime.getRuntime().halt(code);
    }

    private void tell(MarketRecording recording) throws IOException {
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%s: %,d events in %,d batches, %s to %s, in %,d bytes%n",
                        out,
                        recording.events(),
                        recording.batches(),
                        recording.from(),
                        recording.to(),
                        Files.size(out));
        spec.commandLine().getOut().flush();
    }

    private ParameterException bad(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
