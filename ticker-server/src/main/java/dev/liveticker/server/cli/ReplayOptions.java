package dev.liveticker.server.cli;

import dev.liveticker.model.Symbol;
import dev.liveticker.server.BuildVersion;
import dev.liveticker.server.market.MarketPlan;
import dev.liveticker.server.market.MarketSource;
import dev.liveticker.server.market.Speed;
import dev.liveticker.server.recording.RecordingReader;
import dev.liveticker.server.recording.RecordingWriter;
import dev.liveticker.server.recording.ReplayedMarket;
import dev.liveticker.server.recording.csv.CsvImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** Which recording is played instead of a simulation. */
final class ReplayOptions {

    /** What says how another market is made. */
    private static final List<String> CONTRADICTIONS =
            List.of("--source", "--seed", "--start", "--sessions", "--instruments", "--synthetic");

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description = "Play this recording (or CSV file of trades or bars) instead of simulating a market.")
    private @Nullable Path file;

    @Option(names = "--loop", description = "Play the recording again and again (default: once).")
    private boolean loop;

    /** Whether a recording is to be played. */
    boolean isNamed() {
        return file != null;
    }

    /**
     * The recording that is to be played; empty if none is.
     *
     * @param given what else was said
     * @param symbols what to play of it; empty for everything
     * @throws IllegalArgumentException if that contradicts it; the message says what
     */
    Optional<MarketPlan> plan(ParseResult given, List<Symbol> symbols, Speed speed) {
        Path chosen = file;
        if (chosen == null) {
            if (loop) {
                throw new IllegalArgumentException("--loop: no recording is named to be played with --replay");
            }
            return Optional.empty();
        }
        CONTRADICTIONS.stream().filter(given::hasMatchedOption).findFirst().ifPresent(other -> {
            throw new IllegalArgumentException(
                    "--replay and " + other + " contradict each other: a recording is played as it is");
        });
        return Optional.of(last -> open(chosen, symbols, speed));
    }

    private MarketSource open(Path chosen, List<Symbol> symbols, Speed speed) throws IOException {
        String name = String.valueOf(chosen.getFileName());
        RecordingReader recording =
                name.toLowerCase(Locale.ROOT).endsWith(".csv") ? imported(chosen) : RecordingReader.open(chosen);
        try {
            return new ReplayedMarket(name, recording, symbols, speed, loop);
        } catch (RuntimeException e) {
            recording.close();
            throw e;
        }
    }

    /** A recording of a CSV file, which is gone once it is closed. */
    private static RecordingReader imported(Path csv) throws IOException {
        Path temporary = Files.createTempFile("replay", ".ltr");
        try {
            new CsvImport(List.of(csv), CsvImport.Settings.derived())
                    .into(
                            header -> RecordingWriter.overwrite(temporary, header),
                            "Live Ticker " + BuildVersion.current());
            return RecordingReader.open(temporary, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }
}
