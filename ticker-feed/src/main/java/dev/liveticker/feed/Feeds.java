package dev.liveticker.feed;

import dev.liveticker.feed.http.EventStreamTransport;
import dev.liveticker.feed.http.HttpClients;
import dev.liveticker.feed.http.PollingTransport;
import dev.liveticker.feed.http.RestCalls;
import dev.liveticker.feed.http.RestFaults;
import dev.liveticker.feed.http.RestMarketData;
import dev.liveticker.feed.link.FeedTransport;
import dev.liveticker.feed.websocket.WebSocketTransport;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where feeds come from. */
public final class Feeds {

    private static final Logger LOG = LoggerFactory.getLogger(Feeds.class);

    private Feeds() {}

    /**
     * A feed, and the rest of the same server; all share one HTTP client.
     *
     * @param data asks the server of the settings that were applied last; fails once the feed is closed
     * @param faults asks the same server
     */
    public record Connected(Feed feed, MarketData data, FaultControl faults) implements AutoCloseable {

        @Override
        public void close() {
            feed.close();
        }
    }

    /** Connects, and stays so until the feed is closed. Returns at once. */
    public static Connected connect(FeedSettings settings, FeedListener listener) {
        return connect(settings, listener, TransportMemory.ofProcess());
    }

    /**
     * As {@link #connect(FeedSettings, FeedListener)}, with a memory that may outlast the process.
     *
     * @param memory which transport worked for which server
     */
    public static Connected connect(FeedSettings settings, FeedListener listener, TransportMemory memory) {
        ExecutorService threads = daemons();
        HttpClients http = new HttpClients(threads);
        Executor io = task -> {
            try {
                threads.execute(task);
            } catch (RejectedExecutionException e) {
                LOG.debug("The feed is closed", e);
            }
        };
        RestCalls calls = new RestCalls(http, settings);
        RestMarketData data = new RestMarketData(calls);
        Map<Transport, FeedTransport> transports = new EnumMap<>(Transport.class);
        transports.put(Transport.WEBSOCKET, new WebSocketTransport(io));
        transports.put(Transport.SSE, new EventStreamTransport(http, io));
        transports.put(Transport.LONG_POLLING, PollingTransport.held(http, io));
        transports.put(Transport.POLLING, PollingTransport.plain(http, io));
        Runnable atClose = () -> {
            http.close();
            threads.shutdown();
        };
        LiveFeed feed = new LiveFeed(
                settings,
                listener,
                new LiveFeed.Parts(
                        new ThreadLoop("feed"),
                        transport -> transports.getOrDefault(transport, transports.get(Transport.WEBSOCKET)),
                        data,
                        memory,
                        io,
                        NetworkWatch.ofMachine(),
                        () -> ThreadLocalRandom.current().nextDouble(),
                        atClose));
        feed.start();
        return new Connected(new Followed(feed, calls), data, new RestFaults(calls));
    }

    /** Threads that do not keep the process alive, and end soon after their work. */
    private static ExecutorService daemons() {
        return new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                500,
                TimeUnit.MILLISECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().name("feed-io-", 1).daemon().factory());
    }
}
