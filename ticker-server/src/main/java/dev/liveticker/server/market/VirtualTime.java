package dev.liveticker.server.market;

import dev.liveticker.model.MicroTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A market's own time, which begins where it is told to and goes by as fast as it is told to. None of it is ever left
 * out: while this machine sleeps, or is busy for longer than {@link #MOST_AT_ONCE}, it stands still and then goes on.
 * One that this machine cannot keep up with goes as fast as it can.
 */
final class VirtualTime implements MarketTime {

    /** The longest time on the wall that is made up for. */
    static final long MOST_AT_ONCE = TimeUnit.SECONDS.toNanos(1);

    /** How many steps are due at a time where nothing limits the speed. */
    static final int UNLIMITED_STEPS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(VirtualTime.class);

    private static final long STEP = TimeUnit.MICROSECONDS.toNanos(SimulatedMarket.STEP);
    private static final long SHORTEST_PERIOD = Duration.ofMillis(5).toNanos();
    private static final long LONGEST_PERIOD = Duration.ofMillis(50).toNanos();

    /** So many times in a row it is no coincidence. */
    private static final int OFTEN_LATE = 5;

    private final Speed speed;
    private final LongSupplier nanos;
    private volatile long now;
    private boolean asked;
    private long askedAt;
    private long owed;
    private int late;

    /**
     * @param start when it begins
     * @param nanos monotonic nanoseconds
     */
    VirtualTime(Speed speed, Instant start, LongSupplier nanos) {
        this.speed = speed;
        this.nanos = nanos;
        this.now = MicroTime.of(start);
    }

    @Override
    public InstantSource clock() {
        return () -> MicroTime.instant(now);
    }

    @Override
    public long period() {
        return speed.isMax() ? 1 : Math.clamp(speed.realNanos(STEP), SHORTEST_PERIOD, LONGEST_PERIOD);
    }

    /** Nothing is, the first time: the market's time begins to go by then. */
    @Override
    public Pace.Due due(long market) {
        if (speed.isMax()) {
            return new Pace.Due(0, UNLIMITED_STEPS);
        }
        long at = nanos.getAsLong();
        long passed = asked ? at - askedAt : 0;
        asked = true;
        askedAt = at;
        complainIfOften(passed > MOST_AT_ONCE);
        owed += speed.marketNanos(Math.min(passed, MOST_AT_ONCE));
        int steps = (int) (owed / STEP);
        owed -= steps * STEP;
        return new Pace.Due(0, steps);
    }

    private void complainIfOften(boolean isLate) {
        late = isLate ? late + 1 : 0;
        if (late == OFTEN_LATE) {
            LOG.warn("this machine cannot run the market at speed {}; it runs as fast as it can", speed.factor());
        }
    }

    @Override
    public void reached(long market) {
        now = market;
    }
}
