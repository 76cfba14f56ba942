package dev.liveticker.server.limit;

import io.github.bucket4j.Bucket;
import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What one client may still say: by itself, with its user's other connections, and with its address's. Any thread. */
public final class Allowance {

    /** How often a client may be refused before it has to go. */
    private static final Rate REFUSALS = Rate.perSecond(20, 1);

    private static final Ruling GRANTED = new Ruling.Granted();

    private final Limits limits;
    private final InetAddress address;
    private final Bucket own;
    private final Bucket refusals;
    private volatile @Nullable String user;

    Allowance(Limits limits, InetAddress address, @Nullable String user) {
        this.limits = limits;
        this.address = address;
        this.user = user;
        this.own = limits.bucket(limits.settings().connectionMessages());
        this.refusals = limits.bucket(REFUSALS);
    }

    /** The client proved who it is; absent if it is no user whose connections count together. */
    public void identify(@Nullable String newUser) {
        user = newUser;
    }

    /** Judges something that costs so much; a plain message costs 1. */
    public Ruling take(long cost) {
        if (cost <= 0) {
            return GRANTED;
        }
        Duration wait = Buckets.take(own, limits.settings().connectionMessages(), cost);
        if (wait.isZero()) {
            wait = limits.takeTogether(address, user, cost);
        }
        if (wait.isZero()) {
            return GRANTED;
        }
        return refusals.tryConsume(1) ? new Ruling.Later(wait) : new Ruling.Enough(wait);
    }
}
