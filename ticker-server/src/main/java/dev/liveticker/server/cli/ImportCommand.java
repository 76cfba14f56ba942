package dev.liveticker.server.cli;

import dev.liveticker.model.Interval;
import dev.liveticker.model.MicroTime;
import dev.liveticker.server.BuildVersion;
import dev.liveticker.server.recording.csv.CsvImport;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ticker-server import --out FILE.ltr FILE.csv}: makes a recording of prices that somebody has. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLines.class,
        sortOptions = false,
        description = "Makes a recording of CSV files, which --replay plays then: of trades (time,symbol,price,size and"
                + " side, if it is known) or of bars (time,symbol,open,high,low,close,volume).",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the recording is there",
            "1:a file makes no sense or cannot be read, or the recording cannot be written or is there already",
            "2:a bad option"
        })
final class ImportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE.csv",
            description = "What to import; several files are merged by their times.")
    private List<Path> files = List.of();

    @Option(names = "--out", paramLabel = "FILE.ltr", required = true, description = "Where to; must not exist.")
    private Path out = Path.of("");

    @Option(
            names = "--interval",
            paramLabel = "LENGTH",
            converter = IntervalReader.class,
            completionCandidates = Choices.Intervals.class,
            description = "How long bars are: 1m 5m 15m 1h 1d (default: as far apart as the closest of them begin).")
    private @Nullable Interval interval;

    @Option(
            names = "--tick-size",
            paramLabel = "STEP",
            description = "The smallest step of every price (default: the last decimal that a symbol's prices have).")
    private @Nullable BigDecimal tickSize;

    @Override
    public Integer call() throws IOException {
        CsvImport.Summary summary;
        try {
            summary = new CsvImport(files, new CsvImport.Settings(interval, tickSize))
                    .into(out, "Live Ticker " + BuildVersion.current());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%s: %,d rows of %,d symbols as %,d trades, %s to %s, in %,d bytes%n",
                        out,
                        summary.rows(),
                        summary.symbols(),
                        summary.trades(),
                        instant(summary.first()),
                        instant(summary.end()),
                        Files.size(out));
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }

    private static Instant instant(long micros) {
        return MicroTime.instant(micros);
    }
}
