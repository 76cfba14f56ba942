package dev.liveticker.server;

import dev.liveticker.model.Symbol;
import dev.liveticker.server.limit.LimitSettings;
import java.time.Duration;
import java.util.Set;

/**
 * What a server is started with.
 *
 * @param host the address to listen on; loopback unless it says otherwise
 * @param port 0 for a free one
 * @param seed of the simulated market: the same seed trades the same
 * @param symbols what to trade; empty for everything
 * @param heartbeat the longest silence towards a client
 * @param limits how much is too much
 */
public record ServerOptions(
        String host, int port, long seed, Set<Symbol> symbols, Duration heartbeat, LimitSettings limits) {

    public static final int DEFAULT_PORT = 8080;

    public ServerOptions {
        symbols = Set.copyOf(symbols);
    }

    /** With the usual limits. */
    public ServerOptions(String host, int port, long seed, Set<Symbol> symbols, Duration heartbeat) {
        this(host, port, seed, symbols, heartbeat, LimitSettings.defaults());
    }

    public ServerOptions withLimits(LimitSettings newLimits) {
        return new ServerOptions(host, port, seed, symbols, heartbeat, newLimits);
    }

    /** In-process on a free loopback port. */
    public static ServerOptions embedded() {
        return new ServerOptions("127.0.0.1", 0, 1, Set.of(), Duration.ofSeconds(5));
    }
}
