package dev.liveticker.server;

import dev.liveticker.model.Symbol;
import dev.liveticker.server.access.AccessSettings;
import dev.liveticker.server.tls.TlsFiles;
import dev.liveticker.server.limit.LimitSettings;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a server is started with.
 *
 * @param host the address to listen on; loopback unless it says otherwise
 * @param port 0 for a free one
 * @param seed of the simulated market: the same seed trades the same
 * @param symbols what to trade; empty for everything
 * @param heartbeat the longest silence towards a client
 * @param access who is let in
 * @param tls certificate and key; absent to speak without encryption
 * @param limits how much is too much
 */
public record ServerOptions(
        String host,
        int port,
        long seed,
        Set<Symbol> symbols,
        Duration heartbeat,
        AccessSettings access,
        @Nullable TlsFiles tls,
        LimitSettings limits) {

    public static final int DEFAULT_PORT = 8080;

    public ServerOptions {
        symbols = Set.copyOf(symbols);
    }

    /** Lets in whoever reaches it, speaks without encryption, and has the usual limits. */
    public ServerOptions(String host, int port, long seed, Set<Symbol> symbols, Duration heartbeat) {
        this(host, port, seed, symbols, heartbeat, AccessSettings.open(), null, LimitSettings.defaults());
    }

    public ServerOptions withAccess(AccessSettings newAccess) {
        return new ServerOptions(host, port, seed, symbols, heartbeat, newAccess, tls, limits);
    }

    public ServerOptions withTls(@Nullable TlsFiles files) {
        return new ServerOptions(host, port, seed, symbols, heartbeat, access, files, limits);
    }

    public ServerOptions withLimits(LimitSettings newLimits) {
        return new ServerOptions(host, port, seed, symbols, heartbeat, access, tls, newLimits);
    }

    /** In-process on a free loopback port. */
    public static ServerOptions embedded() {
        return new ServerOptions("127.0.0.1", 0, 1, Set.of(), Duration.ofSeconds(5));
    }
}
