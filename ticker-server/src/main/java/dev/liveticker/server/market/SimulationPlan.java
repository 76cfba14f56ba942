package dev.liveticker.server.market;

import dev.liveticker.message.Quote;
import dev.liveticker.model.Symbol;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A simulated market. At the clock's own speed and without a start it keeps with the clock, so that its prices are
 * always of now; otherwise it has a clock of its own, of which nothing is ever left out, and owes nothing to an earlier
 * run.
 *
 * @param seed the same seed trades the same
 * @param listings what it trades, each once
 * @param settings which hours it keeps
 * @param speed how fast its time goes by
 * @param start when its time begins; absent for now. The same seed and start are the same market again
 */
public record SimulationPlan(
        long seed,
        List<Listing> listings,
        SimulationSettings settings,
        Speed speed,
        @Nullable Instant start) implements MarketPlan {

    public SimulationPlan {
        listings = List.copyOf(listings);
    }

    @Override
    public MarketSource open(Map<Symbol, Quote> last) {
        MarketTime time = time(InstantSource.system());
        // What was kept may be of another market: one that keeps with the clock is opened again then, others are not.
        Map<Symbol, Quote> left = time.standsAlone() ? Map.of() : last;
        SimulatedMarket market =
                new SimulatedMarket(seed, listings, time.clock().instant(), settings, left);
        return new Simulator(market, time, Simulator.thread());
    }

    /** @param wall the clock on the wall */
    MarketTime time(InstantSource wall) {
        return start == null && speed.isRealTime()
                ? new WallTime(wall)
                : new VirtualTime(speed, start == null ? wall.instant() : start, System::nanoTime);
    }
}
