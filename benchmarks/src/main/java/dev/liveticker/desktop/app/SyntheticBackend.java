package dev.liveticker.desktop.app;

import dev.liveticker.benchmarks.peer.SyntheticMarket;
import dev.liveticker.feed.FaultControl;
import dev.liveticker.feed.FaultRequest;
import dev.liveticker.feed.FeedListener;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Feeds;
import dev.liveticker.feed.SimulatedFault;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullMarked;

/** A backend without sockets, so that a probe measures the desktop and nothing else. */
@NullMarked
final class SyntheticBackend implements QuotingBackend {

    private static final URI NOWHERE = URI.create("http://127.0.0.1:9");

    private final SyntheticMarket market;
    private final SyntheticBars bars;
    private final CompletableFuture<SyntheticFeed> connected = new CompletableFuture<>();

    /** @param bars the past of every symbol */
    SyntheticBackend(SyntheticMarket market, SyntheticBars bars) {
        this.market = market;
        this.bars = bars;
    }

    /** The feed, once the desktop has asked for one. Waits for it. */
    SyntheticFeed feed() {
        return connected.join();
    }

    @Override
    public void rate(int perSecond) {
        feed().rate(perSecond);
    }

    @Override
    public long taken() {
        return feed().delivered();
    }

    @Override
    public BuiltInServer startServer() {
        return new BuiltInServer() {
            @Override
            public URI address() {
                return NOWHERE;
            }

            @Override
            public void close() {
                // There is none.
            }
        };
    }

    @Override
    public Feeds.Connected connect(FeedSettings settings, FeedListener listener) {
        SyntheticFeed feed = new SyntheticFeed(listener, market, bars);
        feed.open();
        connected.complete(feed);
        return new Feeds.Connected(feed, new SyntheticMarketData(market, bars), new NoFaults());
    }

    private static final class NoFaults implements FaultControl {

        @Override
        public CompletableFuture<List<SimulatedFault>> running() {
            return refused();
        }

        @Override
        public CompletableFuture<List<SimulatedFault>> begin(FaultRequest fault) {
            return refused();
        }

        @Override
        public CompletableFuture<List<SimulatedFault>> endAll() {
            return refused();
        }

        private static CompletableFuture<List<SimulatedFault>> refused() {
            return CompletableFuture.failedFuture(new IOException("faults are not simulated here"));
        }
    }
}
