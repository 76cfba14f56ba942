package dev.liveticker.server.cli;

import dev.liveticker.model.Symbol;
import dev.liveticker.server.market.MarketPlan;
import java.util.List;
import picocli.CommandLine.Option;

/** What the simulated market is like. */
final class SimulationOptions {

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Seed of the simulated market: the same seed trades the same (default: ${DEFAULT-VALUE}).")
    private long seed;

    /** @param symbols what it trades; empty for everything */
    MarketPlan plan(List<Symbol> symbols) {
        return MarketPlan.simulation(seed, symbols);
    }
}
