package dev.liveticker.server.market;

import dev.liveticker.model.MicroTime;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** The time of a market that keeps with a clock it does not own, as {@link Pace} says. */
final class WallTime implements MarketTime {

    private final InstantSource clock;
    private final Pace pace = new Pace(SimulatedMarket.STEP);

    WallTime(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public long period() {
        return TimeUnit.MICROSECONDS.toNanos(SimulatedMarket.STEP);
    }

    @Override
    public Pace.Due due(long market) {
        return pace.due(market, MicroTime.of(clock.instant()));
    }

    @Override
    public void reached(long market) {}
}
