package dev.liveticker.server.cli;

import dev.liveticker.model.Symbol;
import dev.liveticker.server.market.MarketPlan;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which market is run. */
final class MarketOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--symbols",
            paramLabel = "SYMBOL",
            split = ",",
            converter = SymbolReader.class,
            description = "Trade only these, separated by commas (default: all there are).")
    private List<Symbol> symbols = List.of();

    @Mixin
    private final SpeedOptions speed = new SpeedOptions();

    @Mixin
    private final ReplayOptions replay = new ReplayOptions();

    @Mixin
    private final SimulationOptions simulation = new SimulationOptions();

    /** @throws IllegalArgumentException if options contradict each other; the message says which */
    MarketPlan plan() {
        return replay.plan(spec.commandLine().getParseResult(), symbols, speed.speed())
                .orElseGet(() -> simulation.plan(symbols, speed.speed()));
    }
}
