package dev.liveticker.server.cluster;

import dev.liveticker.server.cluster.Standing.Role;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the node stands for others to see. Changed on the loop alone, read in any thread. */
final class Appearance {

    private static final Logger LOG = LoggerFactory.getLogger(Appearance.class);

    private final String self;
    private final Duration patience;
    private final Replica replica;
    private @Nullable Role role;
    private volatile Standing standing;

    Appearance(String self, Duration patience, Replica replica) {
        this.self = self;
        this.patience = patience;
        this.replica = replica;
        this.standing = starting(self);
    }

    /** How a node stands that has not begun. */
    static Standing starting(String self) {
        return new Standing(Role.STARTING, self, null, null, 0, Duration.ZERO);
    }

    Standing standing() {
        return standing;
    }

    /** Shows it, and tells the replica whether it is of use to clients if that is another than before. */
    void show(Standpoint standpoint, @Nullable Glance glance, Following following) {
        Role now = standpoint.role(patience);
        standing = new Standing(
                now,
                self,
                glance == null ? null : glance.leader(),
                following.epoch(),
                following.applied(),
                following.behind());
        Role before = role;
        if (before == now) {
            return;
        }
        role = now;
        LOG.info("Node {} is {}", self, now);
        boolean serves = Standpoint.serves(now);
        if (before == null || Standpoint.serves(before) != serves) {
            replica.serving(serves);
        }
    }
}
