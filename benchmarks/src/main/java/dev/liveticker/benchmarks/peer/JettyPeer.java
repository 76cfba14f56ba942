package dev.liveticker.benchmarks.peer;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.Quote;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** Jetty's own WebSocket API: every quote is sent to every session that wants it, asynchronously. */
public final class JettyPeer {

    private JettyPeer() {}

    public static void main(String[] args) throws Exception {
        PeerOptions options = PeerOptions.of(args);
        Interests<JettyClient> interests = new Interests<>();
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setAcceptQueueSize(1024);
        server.addConnector(connector);
        server.setHandler(WebSocketUpgradeHandler.from(server, container -> {
            container.setIdleTimeout(Duration.ZERO);
            container.addMapping("/v1/ws", (request, response, callback) -> new JettyClient(interests));
        }));
        server.start();
        try (PacedQuotes quotes =
                new PacedQuotes(new SyntheticMarket(options.symbols(), true), batch -> broadcast(interests, batch))) {
            Reins.hold(connector.getLocalPort(), quotes::rate);
        }
        System.exit(0);
    }

    private static void broadcast(Interests<JettyClient> interests, List<Quote> quotes) {
        for (Quote quote : quotes) {
            String text = new String(FrameCodec.of(Encoding.JSON).encode(quote), StandardCharsets.UTF_8);
            interests.forEach(quote.symbol(), System.nanoTime(), client -> client.send(text));
        }
    }
}
