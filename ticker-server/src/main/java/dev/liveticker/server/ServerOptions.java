package dev.liveticker.server;

import dev.liveticker.model.Symbol;
import dev.liveticker.server.access.AccessSettings;
import dev.liveticker.server.tls.TlsFiles;
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
 */
public record ServerOptions(
        String host,
        int port,
        long seed,
        Set<Symbol> symbols,
        Duration heartbeat,
        AccessSettings access,
        @Nullable TlsFiles tls) {

    public static final int DEFAULT_PORT = 8080;

    public ServerOptions {
        symbols = Set.copyOf(symbols);
    }

    /** Lets in whoever reaches it, and speaks without encryption. */
    public ServerOptions(String host, int port, long seed, Set<Symbol> symbols, Duration heartbeat) {
        this(host, port, seed, symbols, heartbeat, AccessSettings.open(), null);
    }

    public ServerOptions withAccess(AccessSettings newAccess) {
        return new ServerOptions(host, port, seed, symbols, heartbeat, newAccess, tls);
    }

    public ServerOptions withTls(@Nullable TlsFiles files) {
        return new ServerOptions(host, port, seed, symbols, heartbeat, access, files);
    }

    /** In-process on a free loopback port. */
    public static ServerOptions embedded() {
        return new ServerOptions("127.0.0.1", 0, 1, Set.of(), Duration.ofSeconds(5));
    }
}
