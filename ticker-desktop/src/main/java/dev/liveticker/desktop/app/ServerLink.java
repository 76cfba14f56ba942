package dev.liveticker.desktop.app;

import dev.liveticker.desktop.settings.Wire;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.FaultControl;
import dev.liveticker.feed.Feed;
import dev.liveticker.feed.FeedListener;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.FeedStatistics;
import dev.liveticker.feed.Feeds;
import dev.liveticker.feed.MarketData;
import dev.liveticker.feed.Subscription;
import dev.liveticker.feed.ThisMachine;
import dev.liveticker.feed.Transport;
import dev.liveticker.message.ClientMessage;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The feed of wherever the settings point, to be had before its server is: what is subscribed to meanwhile is passed on
 * later, so that the window need not wait for the built-in server. Safe in any thread.
 */
final class ServerLink implements Feed {

    private static final Logger LOG = LoggerFactory.getLogger(ServerLink.class);
    private static final int MOST_ASKED = 1_000;
    private static final FeedStatistics NOTHING = new FeedStatistics(null, 0, 0, 0, 0, 0, null);

    private final Backend backend;
    private final FeedListener listener;
    private final Set<Subscription> wanted = new LinkedHashSet<>();
    private final AwaitedMarketData marketData = new AwaitedMarketData();
    /** What was asked before there was a feed to ask. */
    private final List<Consumer<Feed>> asked = new ArrayList<>();

    private Backend.@Nullable BuiltInServer builtIn;
    private @Nullable Supplier<String> remark;
    private Feeds.@Nullable Connected connection;
    private @Nullable URI address;
    private @Nullable Transport transport;
    private Wire wire = new Wire(false, true, null);
    private Credentials credentials = Credentials.NONE;
    private ConnectionState before = new ConnectionState.Idle();
    private boolean wantsBuiltIn;
    private boolean starting;
    private boolean closed;
    private boolean followsAlerts;

    ServerLink(Backend backend, FeedListener listener) {
        this.backend = backend;
        this.listener = listener;
    }

    /** The market data of the same server. */
    MarketData marketData() {
        return marketData;
    }

    /** What is wrong with the built-in server, for people; once each. */
    synchronized Optional<String> remark() {
        Optional<String> words = Optional.ofNullable(remark).map(Supplier::get);
        remark = null;
        return words;
    }

    /** Faults that the same server simulates; empty where it is neither the built-in one nor on this machine. */
    synchronized Optional<FaultControl> faults() {
        Feeds.Connected connected = connection;
        return connected != null && address != null && ThisMachine.serves(address)
                ? Optional.of(connected.faults())
                : Optional.empty();
    }

    /**
     * Goes to a server.
     *
     * @param to absent for the built-in one, which is started if need be
     * @param by the transport to use; absent for the best that works
     * @param spoken how to talk with it
     * @param with what goes with the address; the built-in server asks for nothing
     */
    synchronized void point(@Nullable URI to, @Nullable Transport by, Wire spoken, Credentials with) {
        if (to != null && wantsBuiltIn && connection == null) {
            // It was asked of the built-in server, which is not there yet.
            asked.clear();
        }
        transport = by;
        wire = spoken;
        credentials = to == null ? Credentials.NONE : with;
        wantsBuiltIn = to == null;
        if (to != null) {
            connect(to);
        } else if (builtIn != null) {
            connect(builtIn.address());
        } else {
            // What is asked from now on is asked of the one that is still starting, not of the one before.
            disconnect();
            marketData.await();
            if (!starting) {
                startBuiltIn();
            }
        }
    }

    @Override
    public void start() {
        // Connects when it is pointed to a server, and not before.
    }

    @Override
    public synchronized void subscribe(Collection<Subscription> subscriptions) {
        wanted.addAll(subscriptions);
        if (connection != null) {
            connection.feed().subscribe(subscriptions);
        }
    }

    @Override
    public synchronized void unsubscribe(Collection<Subscription> subscriptions) {
        // Not removeAll, which looks through the whole collection for each, where there are many.
        subscriptions.forEach(wanted::remove);
        if (connection != null) {
            connection.feed().unsubscribe(subscriptions);
        }
    }

    @Override
    public synchronized void followAlerts() {
        followsAlerts = true;
        if (connection != null) {
            connection.feed().followAlerts();
        }
    }

    @Override
    public void setAlert(ClientMessage.SetAlert alert) {
        ask(feed -> feed.setAlert(alert));
    }

    @Override
    public void removeAlert(String alert) {
        ask(feed -> feed.removeAlert(alert));
    }

    @Override
    public void acknowledge(String notification) {
        ask(feed -> feed.acknowledge(notification));
    }

    private synchronized void ask(Consumer<Feed> request) {
        if (connection != null) {
            request.accept(connection.feed());
        } else if (asked.size() < MOST_ASKED) {
            asked.add(request);
        } else {
            LOG.warn("too much is asked before there is a server: a request about alerts is left out");
        }
    }

    @Override
    public void apply(FeedSettings settings) {
        point(
                settings.server(),
                settings.transport(),
                new Wire(settings.binary(), settings.compression(), settings.maxRate()),
                new Credentials(settings.token(), settings.pin()));
    }

    @Override
    public synchronized void retryNow() {
        if (connection != null) {
            connection.feed().retryNow();
        } else {
            point(null, transport, wire, Credentials.NONE);
        }
    }

    @Override
    public synchronized ConnectionState state() {
        return connection == null ? before : connection.feed().state();
    }

    @Override
    public synchronized FeedStatistics statistics() {
        return connection == null ? NOTHING : connection.feed().statistics();
    }

    @Override
    public void close() {
        Feeds.Connected open;
        Backend.BuiltInServer running;
        synchronized (this) {
            closed = true;
            open = connection;
            running = builtIn;
            connection = null;
            builtIn = null;
        }
        if (open != null) {
            open.close();
        }
        if (running != null) {
            running.close();
        }
    }

    private void connect(URI to) {
        address = to;
        FeedSettings settings = new FeedSettings(
                to,
                transport,
                wire.binary(),
                wire.compression(),
                wire.quotesPerSecond(),
                credentials.token(),
                credentials.pin());
        Feeds.Connected connected = connection;
        if (connected == null) {
            connected = backend.connect(settings, listener);
            connection = connected;
            connected.feed().subscribe(List.copyOf(wanted));
            if (followsAlerts) {
                connected.feed().followAlerts();
            }
            for (Consumer<Feed> request : asked) {
                request.accept(connected.feed());
            }
            asked.clear();
        } else {
            connected.feed().apply(settings);
        }
        marketData.arrive(connected.data());
    }

    private void disconnect() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    private void startBuiltIn() {
        starting = true;
        before = new ConnectionState.Idle();
        Thread.ofPlatform().daemon().name("built-in-server-start").start(() -> {
            try {
                arrived(backend.startServer());
            } catch (IOException | RuntimeException | Error e) {
                // An Error too, such as a missing library: it would be awaited for ever.
                LOG.error("the built-in server could not be started", e);
                failed(Texts.of("server.failed", e instanceof Error ? e.toString() : String.valueOf(e.getMessage())));
            }
        });
    }

    private synchronized void arrived(Backend.BuiltInServer started) {
        starting = false;
        if (closed) {
            started.close();
            return;
        }
        builtIn = started;
        remark = started.remark().orElse(null);
        if (wantsBuiltIn) {
            connect(started.address());
        }
    }

    private synchronized void failed(String why) {
        starting = false;
        if (wantsBuiltIn && !closed) {
            disconnect();
            before = new ConnectionState.Refused(why, ConnectionState.Cause.NOT_STARTED);
            marketData.fail(new IOException(why));
        }
    }
}
