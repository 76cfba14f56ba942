package dev.liveticker.server.metric;

import dev.liveticker.server.alert.AlertDesk;
import dev.liveticker.server.archive.ArchiveKeeper;
import dev.liveticker.server.cluster.Standing;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.limit.OpenConnections;
import dev.liveticker.server.transport.LoginFigures;
import dev.liveticker.server.transport.Refusals;
import dev.liveticker.server.transport.websocket.Compression;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All meters of a server. They are put up when first asked for, so that a server whose meters nobody reads pays nothing
 * for them. Any thread.
 */
public final class Meters {

    private static final Logger log = LoggerFactory.getLogger(Meters.class);

    /** A part of the server that is too busy to answer is shown as it last said. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final List<MeterGroup> groups = new ArrayList<>();
    private @Nullable Panel panel;

    /** @param version of this build */
    public Meters(String version) {
        groups.add(new ProcessMeters(version));
    }

    public void hub(Hub hub) {
        add(new HubMeters(hub));
    }

    /** @param compression what compressing WebSocket messages has come to; any thread */
    public void doors(
            Hub hub,
            Refusals refusals,
            LoginFigures logins,
            OpenConnections connections,
            Supplier<Compression> compression) {
        add(new DoorMeters(hub.figures(), refusals, logins, connections, compression));
    }

    public void alerts(AlertDesk desk) {
        add(new AlertMeters(desk));
    }

    public void archive(ArchiveKeeper keeper) {
        add(new ArchiveMeters(keeper));
    }

    /**
     * @param standing how this node stands; any thread
     * @param reconnects how often it had to connect to Redis again; any thread
     */
    public void cluster(Supplier<Standing> standing, LongSupplier reconnects) {
        add(new ClusterMeters(standing, reconnects));
    }

    private synchronized void add(MeterGroup group) {
        groups.add(group);
        if (panel != null) {
            group.putUp(panel);
        }
    }

    /** All of them as they stand, in Prometheus' text format, version 0.0.4. Waits half a second at most. */
    public synchronized String scrape() {
        Panel all = panel;
        if (all == null) {
            all = new Panel(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
            for (MeterGroup group : groups) {
                group.putUp(all);
            }
            panel = all;
        }
        await(groups.stream().map(MeterGroup::ask).toList());
        return all.registry().scrape();
    }

    private static void await(List<? extends CompletableFuture<?>> questions) {
        try {
            CompletableFuture.allOf(questions.toArray(CompletableFuture<?>[]::new))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            log.debug("A part of the server is too busy to say how it fares");
        } catch (ExecutionException e) {
            log.warn("A part of the server cannot say how it fares", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
