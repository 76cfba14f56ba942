package dev.liveticker.server;

import dev.liveticker.server.access.AccessSettings;
import dev.liveticker.server.hub.HubSettings;
import dev.liveticker.server.tls.TlsFiles;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** A real server on a free port, with a {@link ScriptedMarket}. */
final class ScriptedServer implements AutoCloseable {

    private static final Duration QUIET = Duration.ofMinutes(1);

    final ScriptedMarket market = new ScriptedMarket();
    final TickerServer server;

    ScriptedServer(Duration heartbeat, int maxSubscribers) throws IOException {
        this(heartbeat, maxSubscribers, Duration.ofSeconds(30));
    }

    ScriptedServer(Duration heartbeat, int maxSubscribers, Duration writeDeadline) throws IOException {
        this(options(heartbeat), maxSubscribers, writeDeadline);
    }

    /** @param options that say more than how often it sends heartbeats */
    ScriptedServer(ServerOptions options, int maxSubscribers, Duration writeDeadline) throws IOException {
        HubSettings defaults = HubSettings.defaults("test", true).withHeartbeat(options.heartbeat());
        HubSettings settings = new HubSettings(
                defaults.server(),
                defaults.simulated(),
                defaults.source(),
                defaults.heartbeat(),
                defaults.maxSymbols(),
                maxSubscribers,
                defaults.ringMessages(),
                defaults.outboxBytes(),
                defaults.maxFrameBytes(),
                writeDeadline,
                defaults.retainedMessages(),
                defaults.pollSession());
        server = TickerServer.start(options, settings, market);
    }

    /** Quiet, too, and not for everybody. */
    static ScriptedServer guarded(AccessSettings access) throws IOException {
        return quiet(options(QUIET).withAccess(access));
    }

    /** With heartbeats so rare that no test sees one. */
    static ScriptedServer quiet() throws IOException {
        return new ScriptedServer(QUIET, 20_000);
    }

    /** The same with or without TLS. */
    static ScriptedServer quiet(TlsFiles tls) throws IOException {
        return quiet(options(QUIET).withTls(tls));
    }

    private static ScriptedServer quiet(ServerOptions options) throws IOException {
        return new ScriptedServer(options, 20_000, Duration.ofSeconds(30));
    }

    /** On a free loopback port. */
    static ServerOptions options(Duration heartbeat) {
        return new ServerOptions("127.0.0.1", 0, 1, Set.of(), heartbeat);
    }

    URI http(String path) {
        return server.address().resolve(path);
    }

    URI webSocket() {
        return URI.create(server.address().resolve("/v1/ws").toString().replaceFirst("http", "ws"));
    }

    int subscribers() {
        return server.subscribers();
    }

    @Override
    public void close() {
        server.close();
    }
}
