package dev.liveticker.server.market;

import dev.liveticker.message.MarketEvent;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a step of the simulated market costs, all its instruments together. It stands in the market's package because a
 * step is not public: a market runs with the clock, which a benchmark must not.
 */
@NullMarked
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SimulatedMarketBenchmark {

    private final SimulatedMarket market =
            new SimulatedMarket(1, Catalogue.builtIn().listings(), Instant.ofEpochSecond(1_774_000_000));

    @Benchmark
    public List<MarketEvent> step() {
        return market.step();
    }
}
