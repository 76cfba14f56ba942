package dev.liveticker.benchmarks.peer;

import dev.liveticker.server.ServerOptions;
import dev.liveticker.server.TickerServer;
import dev.liveticker.server.hub.HubSettings;
import java.io.IOException;

/**
 * The project's own server with all its protocol and limits as anyone gets it; only its market is the synthetic one.
 */
public final class ServerUnderTest {

    private ServerUnderTest() {}

    public static void main(String[] args) throws IOException {
        SyntheticSource market = new SyntheticSource(PeerOptions.of(args).symbols());
        try (TickerServer server = TickerServer.start(
                ServerOptions.embedded(), HubSettings.defaults("Live Ticker", market.simulated()), market)) {
            Reins.hold(server.address().getPort(), market::rate);
        }
    }
}
