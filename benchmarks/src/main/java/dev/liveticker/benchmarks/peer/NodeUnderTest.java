package dev.liveticker.benchmarks.peer;

import dev.liveticker.server.ServerOptions;
import dev.liveticker.server.TickerServer;
import dev.liveticker.server.cluster.ClusterSettings;
import dev.liveticker.server.market.MarketPlan;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A node of a cluster as anyone gets it; only its market is the synthetic one, at whichever node it runs. Arguments:
 * the number of symbols, the Redis, the cluster's name.
 */
public final class NodeUnderTest {

    private NodeUnderTest() {}

    public static void main(String[] args) throws IOException {
        int symbols = Integer.parseInt(args[0]);
        List<SyntheticSource> markets = new CopyOnWriteArrayList<>();
        int[] wanted = {0};
        MarketPlan plan = last -> {
            SyntheticSource market = new SyntheticSource(symbols);
            synchronized (wanted) {
                market.rate(wanted[0]);
                markets.add(market);
            }
            return market;
        };
        ServerOptions options = ServerOptions.embedded()
                .withMarket(plan)
                .withCluster(ClusterSettings.of(URI.create(args[1])).withName(args[2]));
        try (TickerServer server = TickerServer.start(options)) {
            Reins.hold(server.address().getPort(), rate -> {
                synchronized (wanted) {
                    wanted[0] = rate;
                    markets.forEach(market -> market.rate(rate));
                }
            });
        }
    }
}
