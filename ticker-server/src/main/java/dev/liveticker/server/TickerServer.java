package dev.liveticker.server;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Instrument;
import dev.liveticker.server.alert.AlertDesk;
import dev.liveticker.server.alert.AlertSettings;
import dev.liveticker.server.archive.ArchiveKeeper;
import dev.liveticker.server.cluster.Cluster;
import dev.liveticker.server.cluster.ClusterSettings;
import dev.liveticker.server.cluster.Standing;
import dev.liveticker.server.fault.Faults;
import dev.liveticker.server.fault.HaltableMarket;
import dev.liveticker.server.fault.Line;
import dev.liveticker.server.fault.Timer;
import dev.liveticker.server.history.MarketHistory;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.hub.HubNode;
import dev.liveticker.server.hub.HubSettings;
import dev.liveticker.server.market.MarketSource;
import dev.liveticker.server.metric.Meters;
import dev.liveticker.server.node.ClusterNode;
import dev.liveticker.server.tls.CertificateWatch;
import dev.liveticker.server.tls.UnusableIdentityException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A running server: market, hub and transports put together. */
public final class TickerServer implements AutoCloseable {

    private static final Duration DRAIN = Duration.ofMillis(600);

    private final MarketSource market;
    private final Hub hub;
    private final AlertDesk alerts;
    private final @Nullable ArchiveKeeper keeper;
    private final Storage storage;
    private final HttpListener listener;
    private final @Nullable Faults faults;
    private final @Nullable CertificateWatch certificate;
    private final @Nullable ClusterNode node;
    private final URI address;
    private final AtomicBoolean closed = new AtomicBoolean();

    private TickerServer(
            MarketSource market,
            Hub hub,
            AlertDesk alerts,
            @Nullable ArchiveKeeper keeper,
            Storage storage,
            HttpListener listener,
            @Nullable Faults faults,
            @Nullable CertificateWatch certificate,
            @Nullable ClusterNode node,
            URI address) {
        this.market = market;
        this.hub = hub;
        this.alerts = alerts;
        this.keeper = keeper;
        this.storage = storage;
        this.listener = listener;
        this.faults = faults;
        this.certificate = certificate;
        this.node = node;
        this.address = address;
    }

    /**
     * Starts one.
     *
     * @throws UnusableIdentityException if certificate and key cannot be used; the message says why
     * @throws IOException if the port, or the directory for the data, cannot be had
     * @throws IllegalArgumentException if what is asked of the market makes no sense, such as a symbol it lacks, or, in
     *     a cluster, a time of its own
     */
    public static TickerServer start(ServerOptions options) throws IOException {
        return start(options, Cluster::connect);
    }

    /** @param clusters gives this node's part in one */
    static TickerServer start(ServerOptions options, Function<ClusterSettings, Cluster> clusters) throws IOException {
        ClusterSettings cluster = options.cluster();
        if (cluster != null) {
            ClusterNode node = ClusterNode.open(clusters.apply(cluster), options.market());
            return start(
                    options, settings(options, node.market()), node.market(), Storage.ofNode(options.data()), node);
        }
        Storage storage = Storage.open(options.data());
        MarketSource market;
        try {
            market = storage.open(options.market());
        } catch (IOException | RuntimeException e) {
            storage.close();
            throw e;
        }
        return start(options, settings(options, market), market, storage, null);
    }

    private static HubSettings settings(ServerOptions options, MarketSource market) {
        return HubSettings.defaults("Live Ticker " + BuildVersion.current(), market.simulated())
                .withHeartbeat(options.heartbeat())
                .withMaxSubscribers(options.limits().maxSubscribers());
    }

    /**
     * Starts one for a market of the caller's own, which it closes with itself. It is on its own.
     *
     * @param options whose market, heartbeat and cluster say nothing here
     * @throws UnusableIdentityException if certificate and key cannot be used; the message says why
     * @throws IOException if the port, or the directory for the data, cannot be had
     */
    public static TickerServer start(ServerOptions options, HubSettings settings, MarketSource market)
            throws IOException {
        Storage storage;
        try {
            storage = Storage.open(options.data());
        } catch (IOException | RuntimeException e) {
            market.close();
            throw e;
        }
        try {
            storage.attach(market);
        } catch (IOException | RuntimeException e) {
            market.close();
            storage.close();
            throw e;
        }
        return start(options, settings, market, storage, null);
    }

    private static TickerServer start(
            ServerOptions options,
            HubSettings settings,
            MarketSource source,
            Storage storage,
            @Nullable ClusterNode node)
            throws IOException {
        HaltableMarket haltable = options.faults() ? new HaltableMarket(source) : null;
        MarketSource market = haltable == null ? source : haltable;
        Deque<Runnable> undo = new ArrayDeque<>();
        undo.push(storage::close);
        undo.push(node == null ? market::close : node::close);
        try {
            CertificateWatch certificate =
                    options.tls() == null ? null : CertificateWatch.open(options.tls(), InstantSource.system());
            if (certificate != null) {
                undo.push(certificate::close);
            }
            List<Instrument> instruments = market.instruments();
            List<Quote> opening = market.opening();
            MarketHistory history = storage.history(market);
            Hub hub = new Hub(
                    settings.withSource(market.name()),
                    instruments,
                    opening,
                    history,
                    market.clock(),
                    node == null ? HubNode.ALONE : node.hub());
            undo.push(hub::close);
            AlertDesk alerts = node == null
                    ? AlertDesk.open(hub, AlertSettings.defaults(), instruments, opening, storage.alerts())
                    : node.alerts(hub, instruments, opening);
            undo.push(alerts::close);
            Meters meters = new Meters(BuildVersion.current());
            meters.hub(hub);
            meters.alerts(alerts);
            if (node != null) {
                Cluster cluster = node.cluster();
                hub.connections().node(cluster.standing().node());
                meters.cluster(
                        cluster::standing, () -> Math.max(0, cluster.figures().links() - 1));
            }
            Faults faults = haltable == null
                    ? null
                    : new Faults(hub, haltable, new Line(System::nanoTime), System::nanoTime, Timer.ofMachine());
            if (faults != null) {
                undo.push(faults::close);
            }
            HttpListener listener = HttpListener.start(
                    hub,
                    storage.past(history),
                    options,
                    settings,
                    certificate == null ? null : certificate.context(),
                    faults,
                    meters,
                    node == null ? null : node.cluster());
            undo.push(listener::close);
            if (certificate != null) {
                certificate.follow(CertificateWatch.EVERY, listener::replace);
            }
            Consumer<List<MarketEvent>> toHub = faults == null ? hub::publish : faults::publish;
            Consumer<List<MarketEvent>> toAll = events -> {
                toHub.accept(events);
                alerts.publish(events);
            };
            if (node == null) {
                market.start(toAll);
            } else {
                node.start(hub, alerts, market, toAll);
            }
            ArchiveKeeper keeper = storage.keeper(options, market, history, hub).orElse(null);
            if (keeper != null) {
                meters.archive(keeper);
            }
            return new TickerServer(
                    market,
                    hub,
                    alerts,
                    keeper,
                    storage,
                    listener,
                    faults,
                    certificate,
                    node,
                    uri(options, listener.address()));
        } catch (IOException | RuntimeException e) {
            undo.forEach(Runnable::run);
            throw e;
        }
    }

    private static URI uri(ServerOptions options, InetSocketAddress bound) {
        String host = options.host();
        String named = host.contains(":") ? "[" + host + "]" : host;
        return URI.create((options.tls() == null ? "http://" : "https://") + named + ":" + bound.getPort());
    }

    /** Where it listens, such as {@code http://127.0.0.1:8080}, or with TLS {@code https://}. */
    public URI address() {
        return address;
    }

    /**
     * Reads certificate and key again; one that cannot be used leaves the old one in force. Open connections stay.
     * Without effect on a server without TLS.
     */
    public void reloadCertificate() {
        if (certificate != null) {
            certificate.reload();
        }
    }

    /** How it stands in its cluster; empty for a server of its own. */
    public Optional<Standing> standing() {
        return Optional.ofNullable(node).map(its -> its.cluster().standing());
    }

    /** How many clients have a place. */
    public int subscribers() {
        return hub.subscribers();
    }

    /** Says good-bye to every client (1001) and stops, within two seconds. Harmless when repeated. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            listener.notReady();
            if (certificate != null) {
                certificate.close();
            }
            if (faults != null) {
                // Good-byes are to leave.
                faults.close();
            }
            if (node != null) {
                node.close();
            } else {
                market.close();
            }
            hub.drain(DRAIN);
            listener.close();
            hub.close();
            alerts.close();
            if (keeper != null) {
                keeper.close();
            }
            storage.close();
        }
    }
}
