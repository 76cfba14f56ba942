package dev.liveticker.server.cli;

import dev.liveticker.model.Symbol;
import dev.liveticker.server.market.MarketPlan;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which market is run. */
final class MarketOptions {

    @Option(
            names = "--symbols",
            paramLabel = "SYMBOL",
            split = ",",
            converter = SymbolReader.class,
            description = "Trade only these, separated by commas (default: all there are).")
    private List<Symbol> symbols = List.of();

    @Mixin
    private final SimulationOptions simulation = new SimulationOptions();

    @Mixin
    private final VenueOptions venue = new VenueOptions();

    /** @throws IllegalArgumentException if options contradict each other; the message says which */
    MarketPlan plan() {
        return venue.named() ? venue.plan(symbols, System.getenv()) : simulation.plan(symbols);
    }
}
