package dev.liveticker.server.node;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Position;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.MicroTime;
import dev.liveticker.server.alert.AlertDesk;
import dev.liveticker.server.alert.AlertRequest;
import dev.liveticker.server.alert.AlertState;
import dev.liveticker.server.cluster.Entry;
import dev.liveticker.server.cluster.Journal;
import dev.liveticker.server.cluster.Replica;
import dev.liveticker.server.cluster.State;
import dev.liveticker.server.cluster.UnfitStateException;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.hub.HubState;
import dev.liveticker.server.market.MarketSource;
import dev.liveticker.server.packed.MalformedStateException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the log means to a server: what happens in the market goes to hub and alerts, as it does from the market of a
 * server of its own, and what users ask for to alerts. Nobody is let in before the cluster says that it is of use.
 */
final class NodeReplica implements Replica {

    private static final Logger log = LoggerFactory.getLogger(NodeReplica.class);
    private static final Executor ENCODER =
            task -> Thread.ofPlatform().name("state").daemon().start(task);

    /** Clocks that are set by the network differ by less. */
    private static final Duration APART = Duration.ofSeconds(2);

    private final Hub hub;
    private final AlertDesk alerts;
    private final MarketSource market;
    private final Consumer<List<MarketEvent>> events;
    private final StateCodec codec;
    private final TradeIds tradeIds;
    private String epoch;
    private long index;
    private @Nullable Tenure tenure;
    private CompletableFuture<Void> marketFree = CompletableFuture.completedFuture(null);
    private boolean complained;

    /**
     * @param market which is opened anew at each start
     * @param events takes what happened to hub and alerts
     */
    NodeReplica(
            Hub hub,
            AlertDesk alerts,
            MarketSource market,
            List<Instrument> instruments,
            Consumer<List<MarketEvent>> events) {
        this.hub = hub;
        this.alerts = alerts;
        this.market = market;
        this.events = events;
        this.codec = new StateCodec(instruments);
        this.tradeIds = new TradeIds(instruments);
        this.epoch = hub.position().epoch();
        hub.serving(false);
    }

    @Override
    public CompletableFuture<State> capture() {
        String atEpoch = epoch;
        long atIndex = index;
        List<Long> ids = tradeIds.capture();
        CompletableFuture<HubState> market = hub.capture();
        CompletableFuture<AlertState> ofUsers = alerts.capture();
        return market.thenCombineAsync(
                ofUsers,
                (its, theirs) -> new State(atEpoch, atIndex, codec.encode(new NodeState(its, theirs, ids))),
                ENCODER);
    }

    @Override
    public void restore(State state) throws UnfitStateException {
        if (Position.parse(state.epoch() + ":0").isEmpty() || state.index() < 0) {
            throw new UnfitStateException("the cluster's state names no epoch that can be one");
        }
        NodeState known = codec.decode(state.body());
        // From here on nothing fails. Alerts first: whoever comes after the hub has sent all away is to find them.
        alerts.restore(state.epoch(), known.alerts());
        hub.restore(state.epoch(), known.hub());
        tradeIds.restore(known.tradeIds());
        epoch = state.epoch();
        index = state.index();
    }

    @Override
    public void apply(Entry entry) {
        index = entry.index();
        try {
            switch (entry.kind()) {
                case MARKET -> {
                    MarketBatch batch = MarketBatch.decode(entry.payload());
                    compareClocks(batch.time());
                    events.accept(tradeIds.number(batch.events()));
                }
                case REQUEST -> alerts.apply(AlertRequest.decode(entry.payload()));
            }
        } catch (MalformedStateException e) {
            throw new IllegalArgumentException(
                    "entry " + entry.index() + " is none of this release: " + e.getMessage(), e);
        }
    }

    /** An entry from the future can only mean that. */
    private void compareClocks(long time) {
        long now = MicroTime.of(market.clock().instant());
        if (!complained && time - now > APART.toNanos() / 1_000) {
            complained = true;
            log.warn(
                    "The clock of the node that runs the market is {} s ahead of this one's; set both by the network",
                    (time - now) / 1_000_000);
        }
    }

    @Override
    public void lead(Journal fenced) {
        follow();
        log.info("This node runs the market from now on");
        Tenure next = new Tenure(market, fenced, marketFree);
        marketFree = next.done();
        tenure = next;
        next.begin();
    }

    @Override
    public void follow() {
        if (tenure != null) {
            tenure.end();
            tenure = null;
            log.info("This node runs the market no longer");
        }
    }

    @Override
    public void serving(boolean useful) {
        hub.serving(useful);
    }
}
