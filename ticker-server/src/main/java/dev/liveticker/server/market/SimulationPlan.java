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
 * always of now; otherwise it has a clock of its own, of which nothing is ever left out.
 *
 * @param seed the same seed trades the same
 * @param listings what it trades, each once
 * @param settings which hours it keeps
 * @param speed how fast its time goes by
 * @param start when its time begins; absent for now. With one, the market owes nothing to an earlier run, so that the
 *     same seed and start are the same market again
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
        SimulatedMarket market =
                new SimulatedMarket(seed, listings, time.clock().instant(), settings, start == null ? last : Map.of());
        return new Simulator(market, time, Simulator.thread());
    }

    /** @param wall the clock on the wall */
    MarketTime time(InstantSource wall) {
        return start == null && speed.equals(Speed.REAL_TIME)
                ? new WallTime(wall)
                : new VirtualTime(speed, start == null ? wall.instant() : start, System::nanoTime);
    }
}
