package dev.liveticker.server.hub;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Lets so many lines at once into a log, and so many a second after that; counts the others. Any thread. */
final class LogQuota {

    private final long burst;
    private final long nanosEach;
    private final LongSupplier nanos;
    private long credit;
    private long asked;
    private long keptBack;

    /** @param nanos time that passes, from anywhere */
    LogQuota(int burst, int perSecond, LongSupplier nanos) {
        this.nanosEach = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.burst = burst * nanosEach;
        this.nanos = nanos;
        this.credit = this.burst;
        this.asked = nanos.getAsLong();
    }

    /** How many lines were kept back since the last that was not; negative if this one is, too. */
    synchronized long take() {
        long now = nanos.getAsLong();
        credit = Math.min(burst, credit + Math.max(0, now - asked));
        asked = now;
        if (credit < nanosEach) {
            keptBack++;
            return -1;
        }
        credit -= nanosEach;
        long others = keptBack;
        keptBack = 0;
        return others;
    }
}
