package dev.liveticker.server;

import dev.liveticker.message.Quote;
import dev.liveticker.model.Instrument;
import dev.liveticker.server.alert.AlertDesk;
import dev.liveticker.server.alert.AlertSettings;
import dev.liveticker.server.alert.AlertStore;
import dev.liveticker.server.alert.SqliteAlertStore;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.hub.HubSettings;
import dev.liveticker.server.market.Catalogue;
import dev.liveticker.server.market.Listing;
import dev.liveticker.server.market.MarketSource;
import dev.liveticker.server.market.Simulator;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server: market, hub and transports put together. */
public final class TickerServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TickerServer.class);
    private static final Duration DRAIN = Duration.ofMillis(600);

    private final MarketSource market;
    private final Hub hub;
    private final AlertDesk alerts;
    private final HttpListener listener;
    private final URI address;
    private final AtomicBoolean closed = new AtomicBoolean();

    private TickerServer(MarketSource market, Hub hub, AlertDesk alerts, HttpListener listener, URI address) {
        this.market = market;
        this.hub = hub;
        this.alerts = alerts;
        this.listener = listener;
        this.address = address;
    }

    /**
     * Starts one.
     *
     * @throws IOException if the port, or the directory for the data, cannot be had
     * @throws IllegalArgumentException if the market has none of such a symbol; the message lists those
     */
    public static TickerServer start(ServerOptions options) throws IOException {
        List<Listing> listings = Catalogue.builtIn().select(options.symbols());
        MarketSource market = new Simulator(options.seed(), listings, InstantSource.system());
        HubSettings settings = HubSettings.defaults("Live Ticker " + BuildVersion.current(), market.simulated())
                .withHeartbeat(options.heartbeat());
        return start(options, settings, market);
    }

    /**
     * Starts one for a market of the caller's own, which it closes with itself.
     *
     * @param options whose symbols, seed and heartbeat say nothing here
     * @throws IOException if the port, or the directory for the data, cannot be had
     */
    public static TickerServer start(ServerOptions options, HubSettings settings, MarketSource market)
            throws IOException {
        AlertStore store = store(options);
        List<Instrument> instruments = market.instruments();
        List<Quote> opening = market.opening();
        Hub hub = new Hub(settings, instruments, opening, market::history, InstantSource.system());
        AlertDesk alerts = AlertDesk.open(hub, AlertSettings.defaults(), instruments, opening, store);
        try {
            HttpListener listener = HttpListener.start(hub, options, settings.maxSubscribers());
            market.start(events -> {
                hub.publish(events);
                alerts.publish(events);
            });
            return new TickerServer(market, hub, alerts, listener, uri(options.host(), listener.address()));
        } catch (IOException | RuntimeException e) {
            market.close();
            hub.close();
            alerts.close();
            throw e;
        }
    }

    private static AlertStore store(ServerOptions options) throws IOException {
        if (options.data() != null) {
            return SqliteAlertStore.open(options.data(), InstantSource.system());
        }
        log.info("Alerts and notifications are kept in memory, and end with this server");
        return AlertStore.inMemory();
    }

    private static URI uri(String host, InetSocketAddress bound) {
        String named = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + named + ":" + bound.getPort());
    }

    /** Where it listens, such as {@code http://127.0.0.1:8080}. */
    public URI address() {
        return address;
    }

    /** How many clients have a place. */
    public int subscribers() {
        return hub.subscribers();
    }

    /** Says good-bye to every client (1001) and stops, within two seconds. Harmless when repeated. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            listener.notReady();
            market.close();
            hub.drain(DRAIN);
            listener.close();
            hub.close();
            alerts.close();
        }
    }
}
