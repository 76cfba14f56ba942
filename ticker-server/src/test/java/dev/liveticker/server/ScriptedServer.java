package dev.liveticker.server;

import dev.liveticker.server.access.AccessSettings;
import dev.liveticker.server.hub.HubSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** A real server on a free port, with a {@link ScriptedMarket}. */
final class ScriptedServer implements AutoCloseable {

    final ScriptedMarket market = new ScriptedMarket();
    final TickerServer server;

    ScriptedServer(Duration heartbeat, int maxSubscribers) throws IOException {
        this(heartbeat, maxSubscribers, Duration.ofSeconds(30));
    }

    ScriptedServer(Duration heartbeat, int maxSubscribers, Duration writeDeadline) throws IOException {
        this(heartbeat, maxSubscribers, writeDeadline, AccessSettings.open());
    }

    private ScriptedServer(Duration heartbeat, int maxSubscribers, Duration writeDeadline, AccessSettings access)
            throws IOException {
        ServerOptions options = new ServerOptions("127.0.0.1", 0, 1, Set.of(), heartbeat).withAccess(access);
        HubSettings defaults = HubSettings.defaults("test", true).withHeartbeat(heartbeat);
        HubSettings settings = new HubSettings(
                defaults.server(),
                defaults.simulated(),
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
        return new ScriptedServer(Duration.ofMinutes(1), 20_000, Duration.ofSeconds(30), access);
    }

    /** With heartbeats so rare that no test sees one. */
    static ScriptedServer quiet() throws IOException {
        return new ScriptedServer(Duration.ofMinutes(1), 20_000);
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
