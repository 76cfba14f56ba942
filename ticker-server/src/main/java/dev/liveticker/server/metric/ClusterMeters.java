package dev.liveticker.server.metric;

import dev.liveticker.server.cluster.Standing;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** How a node stands in its cluster. */
final class ClusterMeters implements MeterGroup {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Supplier<Standing> standing;
    private final LongSupplier reconnects;

    ClusterMeters(Supplier<Standing> standing, LongSupplier reconnects) {
        this.standing = standing;
        this.reconnects = reconnects;
    }

    @Override
    public void putUp(Panel panel) {
        for (Standing.Role role : Standing.Role.values()) {
            panel.gauge(
                    "live.ticker.cluster.role",
                    "1 for what the node does in its cluster, 0 for what it does not.",
                    () -> standing.get().role() == role ? 1 : 0,
                    "role",
                    role.name().toLowerCase(Locale.ROOT));
        }
        panel.gauge(
                "live.ticker.cluster.applied.entries",
                "Entries of the cluster's log that the node has applied, in the present epoch.",
                () -> standing.get().index());
        panel.gauge(
                "live.ticker.cluster.lag",
                Panel.SECONDS,
                "How old the last entry was when the node applied it.",
                () -> standing.get().behind().toNanos() / NANOS_PER_SECOND);
        panel.counter(
                "live.ticker.cluster.reconnects", "How often the node had to connect to Redis again.", reconnects);
    }
}
