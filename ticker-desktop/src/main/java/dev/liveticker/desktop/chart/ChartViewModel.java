package dev.liveticker.desktop.chart;

import dev.liveticker.book.QuoteBook;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.desktop.text.PriceFormat;
import dev.liveticker.feed.Feed;
import dev.liveticker.feed.MarketData;
import dev.liveticker.feed.Subscription;
import dev.liveticker.message.Bar;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the chart shows: bars and newest quote of one symbol. Belongs to the FX thread; needs no toolkit. */
public final class ChartViewModel {

    /** Whether there is something to see. */
    public enum Stage {
        /** No symbol chosen. */
        EMPTY,
        LOADING,
        READY,
        /** There are no bars yet. */
        QUIET,
        /** The bars could not be had; see {@link #failure()}. */
        FAILED
    }

    /** A day of minutes. */
    static final int BARS_FETCHED = 1_440;

    private static final Interval INTERVAL = Interval.ONE_MINUTE;
    private static final Logger LOG = LoggerFactory.getLogger(ChartViewModel.class);

    private final Feed feed;
    private final MarketData marketData;
    private final InstrumentDirectory instruments;
    private final BarInbox inbox;
    private final Executor owner;
    private final ReadOnlyObjectWrapper<Symbol> symbol = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.EMPTY);
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Quote> quote = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper();
    private final BarSeries bars = new BarSeries();
    private PriceFormat format = PriceFormat.of(2);
    private double tickSize = 0.01;
    private Viewport viewport = Viewport.INITIAL;
    private long revision;
    private int request;
    private boolean anew;

    /** @param owner runs what arrives, one task at a time; on the desktop, the FX thread */
    public ChartViewModel(
            Feed feed, MarketData marketData, InstrumentDirectory instruments, BarInbox inbox, Executor owner) {
        this.feed = feed;
        this.marketData = marketData;
        this.instruments = instruments;
        this.inbox = inbox;
        this.owner = owner;
        instruments.onLoaded(this::describe);
    }

    public ReadOnlyObjectProperty<Symbol> symbol() {
        return symbol.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    /** Why there are no bars, for people. */
    public ReadOnlyStringProperty failure() {
        return failure.getReadOnlyProperty();
    }

    /** The instrument's name; empty while it is not known. */
    public ReadOnlyStringProperty name() {
        return name.getReadOnlyProperty();
    }

    /** The newest quote; holds nothing before the first. */
    public ReadOnlyObjectProperty<Quote> quote() {
        return quote.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty live() {
        return live.getReadOnlyProperty();
    }

    /** How its prices are written. */
    public PriceFormat format() {
        return format;
    }

    /** Shows another symbol, or none. */
    public void show(@Nullable Symbol wanted) {
        if (wanted == null ? symbol.get() == null : wanted.equals(symbol.get())) {
            return;
        }
        if (symbol.get() != null) {
            feed.unsubscribe(List.of(Subscription.bars(symbol.get(), INTERVAL)));
        }
        inbox.watch(wanted);
        bars.clear();
        anew = false;
        viewport = new Viewport(viewport.barWidth(), 0);
        quote.set(null);
        symbol.set(wanted);
        describe();
        if (wanted == null) {
            request++;
            stage.set(Stage.EMPTY);
        } else {
            stage.set(Stage.LOADING);
            feed.subscribe(List.of(Subscription.bars(wanted, INTERVAL)));
            load();
        }
        revision++;
    }

    /** Takes in a quote of the symbol shown; one of another symbol does not concern it. */
    public void show(QuoteBook.Entry entry) {
        if (entry.quote().symbol().equals(symbol.get())) {
            quote.set(entry.quote());
            revision++;
        }
    }

    /** Whether the connection is live; when it is so again, the bars missed in between are fetched. */
    public void live(boolean isLive) {
        boolean again = isLive && !live.get();
        live.set(isLive);
        revision++;
        if (again) {
            load();
        }
    }

    /** Takes in the bars that came since the last call. */
    public void pulse() {
        BarInbox.Delivery delivery = inbox.drain();
        for (Bar bar : delivery.bars()) {
            int before = bars.size();
            bars.put(bar);
            viewport = viewport.grown(bars.size() - before);
            stage.set(Stage.READY);
            revision++;
        }
        anew |= delivery.anew();
        if (delivery.broken()) {
            load();
        }
    }

    /** Fetches the bars again. */
    public void load() {
        Symbol wanted = symbol.get();
        if (wanted == null) {
            return;
        }
        int mine = ++request;
        var _ = marketData
                .bars(wanted, INTERVAL, BARS_FETCHED)
                .whenCompleteAsync((fetched, problem) -> arrived(mine, fetched, problem), owner);
    }

    /** Forgets bars and quote, which were another server's, and fetches this one's. */
    public void reset() {
        if (symbol.get() != null) {
            inbox.watch(symbol.get());
            bars.clear();
            anew = false;
            quote.set(null);
            stage.set(Stage.LOADING);
            revision++;
            load();
        }
    }

    BarSeries bars() {
        return bars;
    }

    Viewport viewport() {
        return viewport;
    }

    void viewport(Viewport wanted) {
        viewport = wanted;
        revision++;
    }

    double tickSize() {
        return tickSize;
    }

    /** Rises with everything that changes the picture. */
    long revision() {
        return revision;
    }

    private void arrived(int mine, @Nullable List<Bar> fetched, @Nullable Throwable problem) {
        if (mine != request) {
            return;
        }
        if (fetched != null) {
            forgetTheFuture(fetched);
            bars.merge(fetched);
            stage.set(bars.isEmpty() ? Stage.QUIET : Stage.READY);
        } else if (bars.isEmpty()) {
            LOG.warn("the bars of {} could not be had", symbol.get(), problem);
            failure.set(messageOf(problem));
            stage.set(Stage.FAILED);
        } else {
            LOG.warn("newer bars of {} could not be had", symbol.get(), problem);
        }
        revision++;
    }

    /** A market that began anew at an earlier time will come by the bars of the one before again. */
    private void forgetTheFuture(List<Bar> fetched) {
        if (anew && !fetched.isEmpty()) {
            anew = false;
            if (bars.dropAfter(fetched.getLast().start())) {
                viewport = new Viewport(viewport.barWidth(), 0);
            }
        }
    }

    private void describe() {
        Optional<Instrument> known = Optional.ofNullable(symbol.get()).flatMap(instruments::find);
        name.set(known.map(Instrument::name).orElse(""));
        format = PriceFormat.of(known.map(Instrument::decimals).orElse(2));
        tickSize = known.map(instrument -> instrument.tickSize().doubleValue()).orElse(0.01);
        revision++;
    }

    private static String messageOf(@Nullable Throwable problem) {
        Throwable cause =
                problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
        return cause == null || cause.getMessage() == null ? "" : cause.getMessage();
    }
}
