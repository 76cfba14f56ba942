package dev.liveticker.server.cluster;

import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the state stored from time to time while this node runs the market, one at a time. On the loop alone. */
final class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final States states;
    private final CheckpointPlan plan;
    private final LongSupplier nanos;
    private boolean storing;

    Checkpoints(States states, CheckpointPlan plan, LongSupplier nanos) {
        this.states = states;
        this.plan = plan;
        this.nanos = nanos;
    }

    /** The node runs the market from that entry on. */
    void begin(long applied) {
        storing = false;
        plan.stored(nanos.getAsLong(), applied);
    }

    /** Stores one if it is time. */
    void consider(Link link, String lease, long applied) {
        if (storing || !plan.due(nanos.getAsLong(), applied)) {
            return;
        }
        storing = true;
        states.store(
                link,
                lease,
                upTo -> {
                    storing = false;
                    plan.stored(nanos.getAsLong(), upTo);
                },
                failure -> {
                    storing = false;
                    plan.failed(nanos.getAsLong());
                    LOG.warn("A checkpoint could not be stored: {}", failure.toString());
                });
    }
}
