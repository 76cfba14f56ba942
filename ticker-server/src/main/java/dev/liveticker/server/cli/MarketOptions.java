package dev.liveticker.server.cli;

import dev.liveticker.model.Symbol;
import dev.liveticker.server.market.MarketPlan;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Which market is run. */
final class MarketOptions {

    /** What says how a market is made up. */
    private static final List<String> MADE_UP =
            List.of("--seed", "--speed", "--start", "--sessions", "--instruments", "--synthetic");

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

    @Mixin
    private final VenueOptions venue = new VenueOptions();

    /**
     * Sees whether the market can be had, as far as nobody else is to be asked: a recording is opened and not played.
     *
     * @return which market that is
     * @throws IOException if the recording cannot be played; the message says why
     * @throws IllegalArgumentException if options contradict each other or what is recorded; the message says which
     */
    MarketPlan rehearse() throws IOException {
        MarketPlan plan = plan();
        if (replay.isNamed()) {
            plan.open(Map.of()).close();
        }
        return plan;
    }

    /** @throws IllegalArgumentException if options contradict each other; the message says which */
    MarketPlan plan() {
        ParseResult given = spec.commandLine().getParseResult();
        Optional<MarketPlan> recorded = replay.plan(given, symbols, speed.speed());
        if (recorded.isPresent()) {
            return recorded.get();
        }
        if (!venue.named()) {
            return simulation.plan(symbols, speed.speed());
        }
        MADE_UP.stream().filter(given::hasMatchedOption).findFirst().ifPresent(other -> {
            throw new IllegalArgumentException(
                    "--source and " + other + " contradict each other: real prices come as they are");
        });
        return venue.plan(symbols, System.getenv());
    }
}
