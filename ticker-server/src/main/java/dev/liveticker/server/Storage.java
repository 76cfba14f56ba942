package dev.liveticker.server;

import dev.liveticker.message.Quote;
import dev.liveticker.message.Snapshot;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.MicroTime;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.alert.AlertStore;
import dev.liveticker.server.alert.SqliteAlertStore;
import dev.liveticker.server.archive.ArchiveKeeper;
import dev.liveticker.server.archive.BarArchive;
import dev.liveticker.server.archive.PastBars;
import dev.liveticker.server.archive.SqliteBarArchive;
import dev.liveticker.server.data.DataDirectory;
import dev.liveticker.server.history.Bookmark;
import dev.liveticker.server.history.EarlierBars;
import dev.liveticker.server.history.MarketHistory;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.market.MarketPlan;
import dev.liveticker.server.market.MarketSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a server keeps, and how it goes on with what an earlier run left. For the thread that starts the server. */
final class Storage implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Storage.class);

    /** How far a clock that was set back may be behind what is kept; until it has caught up, time stands still. */
    private static final Duration SET_BACK = Duration.ofMinutes(1);

    private final @Nullable DataDirectory directory;
    private final AlertStore alerts;
    private final Map<Symbol, Bookmark> known = new HashMap<>();
    private BarArchive bars;
    private boolean alertsGiven;
    private boolean barsGiven;

    private Storage(@Nullable DataDirectory directory, AlertStore alerts, BarArchive bars) {
        this.directory = directory;
        this.alerts = alerts;
        this.bars = bars;
    }

    /**
     * Opens what is kept.
     *
     * @param data absent to keep everything in memory
     * @throws IOException if the directory, or a file in it, cannot be had
     */
    static Storage open(@Nullable Path data) throws IOException {
        if (data == null) {
            log.info("Alerts, notifications and bars are kept in memory, and end with this server");
            return new Storage(null, AlertStore.inMemory(), BarArchive.none());
        }
        DataDirectory directory = DataDirectory.take(data);
        AlertStore alerts = null;
        try {
            alerts = SqliteAlertStore.open(directory, InstantSource.system());
            return new Storage(directory, alerts, SqliteBarArchive.open(directory, InstantSource.system()));
        } catch (IOException | RuntimeException e) {
            if (alerts != null) {
                alerts.close();
            }
            directory.close();
            throw e;
        }
    }

    /**
     * What a node of a cluster has: nothing of its own, since all it knows is the cluster's.
     *
     * @param data which is left alone
     */
    static Storage ofNode(@Nullable Path data) {
        if (data != null) {
            log.warn("In a cluster alerts, bars and prices are the cluster's: {} is left alone", data);
        }
        return new Storage(null, AlertStore.replicated(), BarArchive.none());
    }

    /** Where alerts are kept; whoever takes it closes it. */
    AlertStore alerts() {
        alertsGiven = true;
        return alerts;
    }

    /**
     * Sets a market up that goes on where the last run of it stopped.
     *
     * @throws IOException if the market, or what is kept of it, cannot be had
     */
    MarketSource open(MarketPlan plan) throws IOException {
        Map<Symbol, Quote> last = bars.quotes();
        MarketSource market = plan.open(last);
        try {
            attach(market);
            if (market.standsAlone()) {
                // It went on from nothing.
                return market;
            }
            Map<Symbol, Quote> its = bars.quotes();
            if (!its.equals(last)) {
                // Prices of another market are none to go on from. Only an open market says which it is.
                market.close();
                market = plan.open(its);
            }
            return market;
        } catch (IOException | RuntimeException e) {
            market.close();
            throw e;
        }
    }

    /**
     * Takes up what is kept of a market. What lies in its future cannot be gone on with, and a market that stands alone
     * goes on with nothing: then that is left alone, and bars are in memory only.
     *
     * @throws IOException if it cannot be had
     */
    void attach(MarketSource market) throws IOException {
        if (market.standsAlone()) {
            if (bars.durable()) {
                log.warn("{} has a time of its own: its bars and prices are in memory only", market.name());
            }
            leaveBars();
            return;
        }
        bars.turnTo(market.name());
        long now = MicroTime.of(market.clock().instant());
        long end = bars.end();
        if (end > now + SET_BACK.toNanos() / 1_000) {
            log.warn(
                    "It is {} in the market, before the end of the bars kept of an earlier run ({}): those are left"
                            + " alone, and the bars of this run are in memory only",
                    market.clock().instant(),
                    MicroTime.instant(end));
            leaveBars();
        }
    }

    private void leaveBars() {
        bars.close();
        bars = BarArchive.none();
    }

    /**
     * The history of an attached market. What was before is what is kept; only of a symbol of which nothing is, the
     * market is asked for its past.
     *
     * @throws IOException if what is kept cannot be had
     */
    MarketHistory history(MarketSource market) throws IOException {
        MarketHistory history = new MarketHistory(market.instruments());
        Map<Symbol, EarlierBars> left = bars.earlier();
        for (Instrument instrument : market.instruments()) {
            Symbol symbol = instrument.symbol();
            EarlierBars earlier = left.getOrDefault(symbol, EarlierBars.NONE);
            if (earlier.isEmpty()) {
                history.load(symbol, market.history(symbol));
            } else {
                history.resume(symbol, earlier);
                known.put(symbol, earlier.bookmark());
            }
        }
        return history;
    }

    /** All bars of a history and before it. */
    PastBars past(MarketHistory history) {
        return new PastBars(history, bars);
    }

    /** Begins to keep what happens, where it is kept on the disk; closed with what it gives. */
    Optional<ArchiveKeeper> keeper(ServerOptions options, MarketSource market, MarketHistory history, Hub hub) {
        if (!bars.durable()) {
            return Optional.empty();
        }
        List<Symbol> symbols =
                market.instruments().stream().map(Instrument::symbol).toList();
        ArchiveKeeper keeper = new ArchiveKeeper(
                history,
                symbols,
                symbol -> hub.snapshot(symbol).map(Snapshot::quote),
                known,
                bars,
                options.retention(),
                () -> earlier(market.clock().instant(), Instant.now()));
        barsGiven = true;
        keeper.start();
        return Optional.of(keeper);
    }

    /** A market whose time is ahead must not make what is kept of others look old. */
    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /**
     * Closes what nobody else is to close, and lets go of the directory. What others have stays theirs: if their disk
     * hangs, closing it would wait for ever. Harmless when repeated.
     */
    @Override
    public void close() {
        if (!alertsGiven) {
            alerts.close();
        }
        if (!barsGiven) {
            bars.close();
        }
        if (directory != null) {
            directory.close();
        }
    }
}
