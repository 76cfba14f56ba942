package dev.liveticker.server.node;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Instrument;
import dev.liveticker.server.alert.AlertDesk;
import dev.liveticker.server.alert.AlertSettings;
import dev.liveticker.server.cluster.Cluster;
import dev.liveticker.server.cluster.Entry;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.hub.HubNode;
import dev.liveticker.server.market.MarketPlan;
import dev.liveticker.server.market.MarketSource;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A server's part in a cluster, put together in the order of its methods by the thread that starts the server. */
public final class ClusterNode implements AutoCloseable {

    /** How long the hub may take to say what is newest. */
    private static final Duration HUB_PATIENCE = Duration.ofSeconds(10);

    private final Cluster cluster;
    private final LedMarket market;

    private ClusterNode(Cluster cluster, LedMarket market) {
        this.cluster = cluster;
        this.market = market;
    }

    /**
     * Sets it up; it does nothing yet.
     *
     * @param cluster closed with this; also if this fails
     * @throws IOException if the market cannot be had
     * @throws IllegalArgumentException if it cannot be a cluster's
     */
    public static ClusterNode open(Cluster cluster, MarketPlan plan) throws IOException {
        try {
            return new ClusterNode(cluster, LedMarket.open(plan));
        } catch (IOException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** What is traded; started by {@link #start} when it is this node's turn, and stopped when it no longer is. */
    public LedMarket market() {
        return market;
    }

    /** Which of the cluster's hubs this server's is. */
    public HubNode hub() {
        return HubNode.of(cluster.peers().self());
    }

    /** Its alerts, which are every node's. */
    public AlertDesk alerts(Hub hub, List<Instrument> instruments, List<Quote> opening) {
        return AlertDesk.share(
                hub,
                AlertSettings.defaults(),
                instruments,
                opening,
                hub.position().epoch(),
                request -> cluster.journal().append(Entry.Kind.REQUEST, request.encode()));
    }

    /**
     * Joins the cluster; nobody is let in before it has what the others know.
     *
     * @param tapped the {@link #market} or what stands before it
     * @param events takes what happened to hub and alerts
     */
    public void start(Hub hub, AlertDesk alerts, MarketSource tapped, Consumer<List<MarketEvent>> events) {
        market.goOnFrom(() -> hub.quotes().get(HUB_PATIENCE.toNanos(), TimeUnit.NANOSECONDS));
        NodeReplica replica = new NodeReplica(hub, alerts, tapped, market.instruments(), events);
        market.told();
        cluster.start(replica);
    }

    /** What it follows. */
    public Cluster cluster() {
        return cluster;
    }

    /** Leaves the cluster, and stops the market if it was this node's to run. Harmless when repeated. */
    @Override
    public void close() {
        // Before the market is another's: nothing of this one is to be refused.
        market.close();
        cluster.close();
        market.closeForGood();
    }
}
