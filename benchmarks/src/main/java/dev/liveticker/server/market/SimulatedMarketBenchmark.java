package dev.liveticker.server.market;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
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

    private static final Instant START = Instant.ofEpochSecond(1_774_000_000);

    /** What is listed: the catalogue, or ten thousand stocks with ten quotes a second each. */
    public enum Universe {
        CATALOGUE {
            @Override
            List<Listing> listings() {
                return Catalogue.builtIn().listings();
            }
        },
        TEN_THOUSAND {
            @Override
            List<Listing> listings() {
                List<Listing> stocks = Catalogue.builtIn().listings().stream()
                        .filter(listing -> listing.instrument().kind() == AssetClass.STOCK)
                        .toList();
                List<Listing> many = new ArrayList<>();
                for (int i = 0; i < 10_000; i++) {
                    Listing like = stocks.get(i % stocks.size());
                    Instrument instrument = new Instrument(
                            Symbol.of("S" + i),
                            "Stock " + i,
                            AssetClass.STOCK,
                            like.instrument().currency(),
                            like.instrument().tickSize(),
                            like.instrument().sector());
                    many.add(new Listing(instrument, like.price(), like.volatility(), 10, like.tradeSize()));
                }
                return many;
            }
        };

        abstract List<Listing> listings();
    }

    @Param
    private Universe universe = Universe.CATALOGUE;

    private @Nullable SimulatedMarket market;

    @Setup
    public void open() {
        market = new SimulatedMarket(1, universe.listings(), START);
    }

    @Benchmark
    public List<MarketEvent> step() {
        return Objects.requireNonNull(market).step();
    }
}
