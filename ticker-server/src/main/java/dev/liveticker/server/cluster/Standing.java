package dev.liveticker.server.cluster;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a node stands in its cluster.
 *
 * @param role what it does there
 * @param node its name
 * @param leader the name of the node that runs the market; absent while none is known
 * @param epoch of the log; absent before there is one
 * @param index of the last entry applied
 * @param behind how old that entry was when it was applied here
 */
public record Standing(
        Role role,
        String node,
        @Nullable String leader,
        @Nullable String epoch,
        long index,
        Duration behind) {

    /** What a node does. */
    public enum Role {
        /** It has no state yet, and serves nobody. */
        STARTING,
        /** It follows the log. */
        FOLLOWING,
        /** It follows the log, and runs the market. */
        LEADING,
        /** It has lost the cluster a moment ago, and serves those it has. */
        LOST,
        /** It has been without the cluster for too long, and serves nobody. */
        CUT_OFF
    }
}
