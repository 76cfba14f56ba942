package dev.liveticker.server.cluster;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the lease was taken for, and the term in which this node runs the market. On the loop alone. */
final class Leadership {

    private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);

    private final String self;
    private final Replica replica;
    private final Lease lease;
    private final Appender appender;
    private final Requests requests;
    private final Consumer<Throwable> broken;
    private Aim aim = Aim.NONE;
    private long from;
    private @Nullable Term term;

    /** @param broken told, in any thread, that an entry of the market could not be added */
    Leadership(
            String self,
            Replica replica,
            Lease lease,
            Appender appender,
            Requests requests,
            Consumer<Throwable> broken) {
        this.self = self;
        this.replica = replica;
        this.lease = lease;
        this.appender = appender;
        this.requests = requests;
        this.broken = broken;
    }

    /** Whether this node runs the market. */
    boolean leads() {
        return term != null;
    }

    /** {@code node:token} of the lease if it was taken to begin a log; absent if not. */
    @Nullable
    String toFound() {
        return aim == Aim.FOUND ? lease.holder() : null;
    }

    /** Whether the lease was taken to go on with a log. */
    boolean toLead() {
        return aim == Aim.LEAD;
    }

    /**
     * The lease was taken.
     *
     * @param wanted what for
     * @param end the log's last entry then; no other node adds to the market after it
     */
    void taken(Aim wanted, long end) {
        aim = wanted;
        from = end;
        LOG.info("Node {} has the lease {}", self, lease.holder());
    }

    /** The log that the lease was taken for has begun, with a state of that index. */
    void founded(long index) {
        if (aim == Aim.FOUND) {
            aim = Aim.LEAD;
            from = index;
        }
    }

    /** Runs the market if it can be begun now; whether it was begun. */
    boolean begin(Link link, Following following, long now) {
        String epoch = following.epoch();
        String holder = lease.holder();
        if (term != null
                || aim != Aim.LEAD
                || holder == null
                || epoch == null
                || !following.onTrack()
                || following.applied() < from
                || !lease.holds(now)) {
            return false;
        }
        LOG.info("Node {} runs the market from entry {} on", self, following.applied());
        Term begun = new Term(link, epoch, holder, appender, requests, broken);
        term = begun;
        replica.lead(begun);
        return true;
    }

    /** Gives the lease up, for now, and runs the market no longer. */
    void end(String why) {
        lease.ended();
        aim = Aim.NONE;
        Term ending = term;
        if (ending != null) {
            ending.end();
            term = null;
            LOG.info("Node {} does not run the market any more: {}", self, why);
            replica.follow();
        }
    }
}
