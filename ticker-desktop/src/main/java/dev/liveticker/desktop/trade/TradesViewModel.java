package dev.liveticker.desktop.trade;

import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.desktop.text.PriceFormat;
import dev.liveticker.desktop.text.Quantity;
import dev.liveticker.desktop.text.Reason;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.feed.Feed;
import dev.liveticker.feed.MarketData;
import dev.liveticker.feed.Subscription;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.MicroTime;
import dev.liveticker.model.Symbol;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest trades of one symbol: fetched first, then as they come, and only while somebody looks. Belongs to the FX
 * thread; needs no toolkit.
 */
public final class TradesViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(TradesViewModel.class);
    private static final double NANOS_PER_SECOND = 1e9;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final Feed feed;
    private final MarketData marketData;
    private final InstrumentDirectory instruments;
    private final TradeInbox inbox;
    private final Executor owner;
    private final TradeLog log = new TradeLog();
    private final ObservableList<TradeRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper held = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private PriceFormat format = PriceFormat.of(2);
    private @Nullable Symbol symbol;
    private @Nullable Symbol followed;
    private boolean shown;
    private boolean paused;
    private boolean live;
    private boolean loading;
    private boolean outdated;
    /** Whether the newest could not be had, or have not come yet. */
    private boolean missing = true;

    private long shownUpTo;
    private long askedForHole;
    /** When the newest of the stream came; absent before the first: what was fetched may be days old. */
    private @Nullable Long newestAtNanos;

    private long nowNanos;
    private int request;

    /** @param owner runs what arrives, one task at a time; on the desktop, the FX thread */
    public TradesViewModel(
            Feed feed, MarketData marketData, InstrumentDirectory instruments, TradeInbox inbox, Executor owner) {
        this.feed = feed;
        this.marketData = marketData;
        this.instruments = instruments;
        this.inbox = inbox;
        this.owner = owner;
        instruments.onLoaded(this::rewrite);
        describe("");
    }

    /** The newest first, at most {@value TradeLog#MOST} trades; changed only by this view model. */
    ObservableList<TradeRow> rows() {
        return rows;
    }

    /** How many came while the list stood still. */
    public ReadOnlyIntegerProperty held() {
        return held.getReadOnlyProperty();
    }

    /** What it is a list of, and how busy the market is. */
    public ReadOnlyStringProperty heading() {
        return heading.getReadOnlyProperty();
    }

    /** Why there is nothing in the list, for people; empty if there is something. */
    public ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    PriceFormat format() {
        return format;
    }

    /** Follows another symbol, or none. */
    public void show(@Nullable Symbol wanted) {
        if (!Objects.equals(wanted, symbol)) {
            symbol = wanted;
            follow();
        }
    }

    /** Whether somebody can see it; nothing is fetched or streamed while nobody can. */
    public void shown(boolean isShown) {
        shown = isShown;
        follow();
    }

    /** Lets the list stand still, or go on. */
    public void pause(boolean wanted) {
        paused = wanted;
        if (!paused && outdated) {
            showAll();
        }
    }

    /** Whether the connection is live; trades that could not be had are fetched when it is so again. */
    public void live(boolean isLive) {
        boolean again = isLive && !live;
        live = isLive;
        // What was missed once they were there, the stream brings when it goes on, or has fetched when it begins.
        if (again && missing) {
            load();
        }
    }

    /** Forgets trades that were another server's, and fetches this one's. */
    public void reset() {
        clear();
        load();
        describe("");
    }

    /** Takes in what came since the last call. */
    public void pulse(long now) {
        nowNanos = now;
        if (followed == null) {
            return;
        }
        TradeInbox.Delivery delivery = inbox.drain();
        if (delivery.anew()) {
            clear();
        }
        List<Trade> came = delivery.trades();
        if (!came.isEmpty() && came.getLast().tradeId() > log.newest()) {
            newestAtNanos = now;
        }
        take(came);
        if (delivery.anew() || delivery.begun()) {
            load();
        } else {
            fillHole();
        }
    }

    /** Brings the heading up to date. Called once a second. */
    public void second(long now) {
        nowNanos = now;
        describeHeading();
    }

    private void follow() {
        Symbol wanted = shown ? symbol : null;
        if (!Objects.equals(wanted, followed)) {
            if (followed != null) {
                feed.unsubscribe(List.of(Subscription.trades(followed)));
            }
            followed = wanted;
            inbox.watch(wanted);
            clear();
            rewriteFormat();
            if (wanted != null) {
                feed.subscribe(List.of(Subscription.trades(wanted)));
                load();
            }
        }
        describe("");
    }

    private void clear() {
        request++;
        loading = false;
        missing = true;
        newestAtNanos = null;
        log.clear();
        rows.clear();
        held.set(0);
        outdated = false;
        shownUpTo = 0;
        askedForHole = 0;
    }

    private void load() {
        Symbol wanted = followed;
        if (wanted == null) {
            return;
        }
        int mine = ++request;
        loading = true;
        describe("");
        var _ = marketData
                .trades(wanted, TradeLog.MOST)
                .whenCompleteAsync((fetched, problem) -> arrived(mine, fetched, problem), owner);
    }

    private void arrived(int mine, @Nullable List<Trade> fetched, @Nullable Throwable problem) {
        if (mine != request) {
            return;
        }
        loading = false;
        missing = fetched == null;
        if (fetched != null) {
            take(fetched);
            fillHole();
            describe("");
        } else {
            LOG.warn("the trades of {} could not be had", followed, problem);
            describe(Reason.of(problem));
        }
    }

    private void take(List<Trade> trades) {
        if (trades.isEmpty()) {
            return;
        }
        long before = log.newest();
        boolean inOrder = trades.stream().allMatch(trade -> trade.tradeId() > before);
        log.put(trades);
        if (paused && !rows.isEmpty()) {
            outdated = true;
            held.set((int) Math.min(Integer.MAX_VALUE, log.newest() - shownUpTo));
        } else if (inOrder && !rows.isEmpty()) {
            rows.addAll(0, log.rowsAfter(shownUpTo));
            if (rows.size() > TradeLog.MOST) {
                rows.remove(TradeLog.MOST, rows.size());
            }
            shownUpTo = log.newest();
        } else {
            showAll();
        }
        describe("");
    }

    private void showAll() {
        rows.setAll(log.rows());
        shownUpTo = log.newest();
        held.set(0);
        outdated = false;
    }

    /**
     * Between what was fetched and the first that came may be some that did neither; each such hole is asked for once.
     */
    private void fillHole() {
        long hole = log.newestHole();
        if (hole != 0 && hole != askedForHole && !loading) {
            askedForHole = hole;
            load();
        }
    }

    private void rewrite() {
        rewriteFormat();
        rows.setAll(List.copyOf(rows));
        describeHeading();
    }

    private void rewriteFormat() {
        int decimals = symbol == null
                ? 2
                : instruments.find(symbol).map(Instrument::decimals).orElse(2);
        format = PriceFormat.of(decimals);
    }

    private void describe(String failure) {
        describeHeading();
        if (!rows.isEmpty()) {
            notice.set("");
        } else if (symbol == null) {
            notice.set(Texts.of("trade.none"));
        } else if (!failure.isEmpty()) {
            notice.set(Texts.of("trade.failed", failure));
        } else if (loading) {
            notice.set(Texts.of("trade.loading"));
        } else {
            notice.set(Texts.of("trade.quiet"));
        }
    }

    private void describeHeading() {
        Symbol of = symbol;
        if (of == null) {
            heading.set("");
        } else if (log.isEmpty() || newestAtNanos == null) {
            heading.set(of.text());
        } else {
            double since = Math.max(0, nowNanos - newestAtNanos) / NANOS_PER_SECOND;
            heading.set(Texts.of("trade.heading", of.text(), Quantity.count(Math.round(log.perMinute(since)))));
        }
    }

    /** The time of day with its milliseconds. */
    static String time(long micros, ZoneId zone) {
        return TIME.format(MicroTime.instant(micros).atZone(zone));
    }
}
