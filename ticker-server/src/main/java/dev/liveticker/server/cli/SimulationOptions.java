package dev.liveticker.server.cli;

import dev.liveticker.model.Symbol;
import dev.liveticker.server.market.Catalogue;
import dev.liveticker.server.market.MalformedCatalogueException;
import dev.liveticker.server.market.MarketPlan;
import dev.liveticker.server.market.SimulationPlan;
import dev.liveticker.server.market.SimulationSettings;
import dev.liveticker.server.market.Speed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the simulated market is like. */
final class SimulationOptions {

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Seed of the simulated market: the same seed trades the same (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            converter = StartTime.class,
            description = "Begin the simulated market at this moment, such as 2026-03-06T09:30-05:00 or"
                    + " 2026-03-06T09:30[America/New_York], and with nothing of what an earlier run left: the same"
                    + " seed and start are the same market, event by event, at any speed (default: now, going on"
                    + " from the prices that an earlier run left).")
    private @Nullable Instant start;

    @Option(
            names = "--sessions",
            description = "Let exchanges keep their hours and holidays (default: everything trades round the clock).")
    private boolean sessions;

    @Option(
            names = "--instruments",
            paramLabel = "FILE",
            description =
                    "Trade what this CSV file lists instead of what is built in. Its first line names the columns:"
                            + " symbol and price; if you like also name, kind (stock, index, crypto, fx), currency, tickSize,"
                            + " sector, volatility (of a year, such as 0.3), quotesPerSecond, tradeSize.")
    private @Nullable Path instruments;

    @Option(
            names = "--synthetic",
            paramLabel = "N",
            description = "Trade this many made-up stocks instead, 1 to 100000. Each changes once a second on average,"
                    + " few of them often and most seldom; beyond 20000 it is 20000 a second for all together.")
    private @Nullable Integer synthetic;

    /**
     * @param symbols what it trades; empty for everything
     * @throws IllegalArgumentException if options make no sense, alone or together; the message says which
     */
    MarketPlan plan(List<Symbol> symbols, Speed speed) {
        SimulationSettings settings = sessions ? SimulationSettings.SESSIONS : SimulationSettings.ROUND_THE_CLOCK;
        return new SimulationPlan(seed, universe().select(symbols), settings, speed, start);
    }

    private Catalogue universe() {
        if (instruments != null && synthetic != null) {
            throw new IllegalArgumentException("--instruments and --synthetic exclude each other");
        }
        if (synthetic != null) {
            if (synthetic < 1 || synthetic > Catalogue.MOST_SYNTHETIC) {
                throw new IllegalArgumentException(
                        "--synthetic must be from 1 to " + Catalogue.MOST_SYNTHETIC + ", not " + synthetic);
            }
            return Catalogue.synthetic(seed, synthetic);
        }
        if (instruments == null) {
            return Catalogue.builtIn();
        }
        try {
            return Catalogue.read(instruments);
        } catch (IOException | MalformedCatalogueException e) {
            throw new IllegalArgumentException("--instruments: " + e.getMessage(), e);
        }
    }
}
