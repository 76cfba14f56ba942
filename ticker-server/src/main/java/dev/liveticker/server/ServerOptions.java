package dev.liveticker.server;

import dev.liveticker.model.Symbol;
import dev.liveticker.server.access.AccessSettings;
import dev.liveticker.server.archive.Retention;
import dev.liveticker.server.cluster.ClusterSettings;
import dev.liveticker.server.limit.LimitSettings;
import dev.liveticker.server.market.MarketPlan;
import dev.liveticker.server.tls.TlsFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a server is started with.
 *
 * @param host the address to listen on; loopback unless it says otherwise
 * @param port 0 for a free one
 * @param market which it is to run
 * @param heartbeat the longest silence towards a client
 * @param access who is let in
 * @param tls certificate and key; absent to speak without encryption
 * @param limits how much is too much
 * @param faults whether clients' testers may have it do things wrong for a while
 * @param data directory that alerts, notifications, bars and newest prices are kept in; absent to forget them with the
 *     server
 * @param retention for how long bars are kept there
 * @param cluster that it is a node of; absent for a server of its own
 */
public record ServerOptions(
        String host,
        int port,
        MarketPlan market,
        Duration heartbeat,
        AccessSettings access,
        @Nullable TlsFiles tls,
        LimitSettings limits,
        boolean faults,
        @Nullable Path data,
        Retention retention,
        @Nullable ClusterSettings cluster) {

    public static final int DEFAULT_PORT = 8080;

    /** Lets in whoever reaches it, without encryption, with the usual limits; forgets everything when it stops. */
    public ServerOptions(String host, int port, MarketPlan market, Duration heartbeat) {
        this(
                host,
                port,
                market,
                heartbeat,
                AccessSettings.open(),
                null,
                LimitSettings.defaults(),
                false,
                null,
                Retention.usual(),
                null);
    }

    /** The same with the simulated market; {@code symbols} are what it trades, none means all. */
    public ServerOptions(String host, int port, long seed, Set<Symbol> symbols, Duration heartbeat) {
        this(host, port, MarketPlan.simulation(seed, Set.copyOf(symbols)), heartbeat);
    }

    /** The same with another market. */
    public ServerOptions withMarket(MarketPlan newMarket) {
        return new ServerOptions(
                host, port, newMarket, heartbeat, access, tls, limits, faults, data, retention, cluster);
    }

    /** The same, letting in only these. */
    public ServerOptions withAccess(AccessSettings newAccess) {
        return new ServerOptions(
                host, port, market, heartbeat, newAccess, tls, limits, faults, data, retention, cluster);
    }

    /** The same, speaking TLS; without encryption where it is absent. */
    public ServerOptions withTls(@Nullable TlsFiles files) {
        return new ServerOptions(
                host, port, market, heartbeat, access, files, limits, faults, data, retention, cluster);
    }

    /** The same within other limits. */
    public ServerOptions withLimits(LimitSettings newLimits) {
        return new ServerOptions(
                host, port, market, heartbeat, access, tls, newLimits, faults, data, retention, cluster);
    }

    /** The same, keeping what must not be lost in a directory; in memory where it is absent. */
    public ServerOptions withData(@Nullable Path directory) {
        return new ServerOptions(
                host, port, market, heartbeat, access, tls, limits, faults, directory, retention, cluster);
    }

    /** The same, keeping bars in the directory for other times. */
    public ServerOptions withRetention(Retention newRetention) {
        return new ServerOptions(
                host, port, market, heartbeat, access, tls, limits, faults, data, newRetention, cluster);
    }

    /** The same, letting faults be asked for or not. */
    public ServerOptions withFaults(boolean allowed) {
        return new ServerOptions(host, port, market, heartbeat, access, tls, limits, allowed, data, retention, cluster);
    }

    /** The same as a node of a cluster; on its own where it is absent. */
    public ServerOptions withCluster(@Nullable ClusterSettings settings) {
        return new ServerOptions(host, port, market, heartbeat, access, tls, limits, faults, data, retention, settings);
    }

    /** In-process on a free loopback port. */
    public static ServerOptions embedded() {
        return new ServerOptions("127.0.0.1", 0, 1, Set.of(), Duration.ofSeconds(5));
    }
}
