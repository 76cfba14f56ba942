package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.desktop.text.ForeignText;
import dev.liveticker.desktop.text.Reason;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.feed.Feed;
import dev.liveticker.feed.MarketData;
import dev.liveticker.feed.Subscription;
import dev.liveticker.message.Bar;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The symbols that the chart's one is compared with: their bars of the same interval, fetched and followed. Belongs to
 * the FX thread; needs no toolkit.
 */
public final class CompareViewModel {

    /** More lines than that nobody tells apart. */
    public static final int MOST = 4;

    /** A day of minutes. */
    private static final int LEAST_ASKED = 1_440;

    private static final Logger LOG = LoggerFactory.getLogger(CompareViewModel.class);

    private final ChartViewModel chart;
    private final Supplier<Interval> wantedInterval;
    private final Feed feed;
    private final MarketData marketData;
    private final InstrumentDirectory instruments;
    private final BarInbox inbox;
    private final Executor owner;
    private final ObservableList<Compared> compared = FXCollections.observableArrayList();
    private final ObservableList<Compared> shown = FXCollections.unmodifiableObservableList(compared);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Interval interval;
    private long revision;
    private boolean live;

    /**
     * @param wantedInterval the interval of the chart's bars
     * @param feed a share of its own
     * @param owner runs what arrives, one task at a time; on the desktop, the FX thread
     */
    public CompareViewModel(
            ChartViewModel chart,
            Supplier<Interval> wantedInterval,
            Feed feed,
            MarketData marketData,
            InstrumentDirectory instruments,
            BarInbox inbox,
            Executor owner) {
        this.chart = chart;
        this.wantedInterval = wantedInterval;
        this.interval = wantedInterval.get();
        this.feed = feed;
        this.marketData = marketData;
        this.instruments = instruments;
        this.inbox = inbox;
        this.owner = owner;
        inbox.begin(interval);
    }

    /** In the order in which they were added; at most {@link #MOST}. */
    public ObservableList<Compared> compared() {
        return shown;
    }

    /** Why the last symbol was not added, for people; empty if it was. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /**
     * Adds a symbol as a person types it.
     *
     * @return whether it was added; if not, {@link #problem} says why
     */
    public boolean add(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            problem.set("");
            return false;
        }
        Optional<Symbol> symbol = Symbol.parse(text);
        problem.set(
                symbol.map(this::objection).orElseGet(() -> Texts.of("compare.nosymbol", ForeignText.excerpt(text))));
        if (!problem.get().isEmpty()) {
            return false;
        }
        load(take(symbol.orElseThrow()));
        return true;
    }

    /** Begins with the symbols of before, whether the server has them or not. Their bars are fetched by and by. */
    void begin(List<Symbol> before) {
        before.forEach(this::take);
    }

    private Compared take(Symbol symbol) {
        Compared added = new Compared(symbol, freeSlot());
        compared.add(added);
        watch();
        feed.subscribe(List.of(Subscription.bars(symbol, interval)));
        revision++;
        return added;
    }

    public void remove(Compared gone) {
        if (compared.remove(gone)) {
            problem.set("");
            feed.unsubscribe(List.of(Subscription.bars(gone.symbol(), interval)));
            gone.ask(0);
            watch();
            revision++;
        }
    }

    /** Takes in the bars that came since the last call, and follows the chart's interval. */
    public void pulse() {
        if (wantedInterval.get() != interval) {
            change(wantedInterval.get());
        }
        BarInbox.Delivery delivery = inbox.drain();
        for (Compared each : compared) {
            if (delivery.anew().contains(each.symbol())) {
                each.clear();
            }
            List<Bar> bars = delivery.of(each.symbol());
            boolean again = delivery.broken().contains(each.symbol()) || limit() > each.asked();
            for (Bar bar : bars) {
                again |= each.page().hear(bar);
            }
            if (!bars.isEmpty()) {
                each.bars().put(bars);
                each.become(Compared.Stage.READY, "");
                revision++;
            }
            if (again) {
                load(each);
            }
        }
    }

    /** Whether the connection is live; bars that could not be had are fetched when it is so again. */
    public void live(boolean isLive) {
        boolean again = isLive && !live;
        live = isLive;
        if (again) {
            compared.stream().filter(each -> !each.page().isThere()).forEach(this::load);
        }
    }

    /** Forgets bars, which were another server's, and fetches this one's. */
    public void reset() {
        inbox.begin(interval);
        for (Compared each : compared) {
            each.clear();
            each.become(Compared.Stage.LOADING, "");
            load(each);
        }
        revision++;
    }

    /** Another number whenever the picture is another. */
    long revision() {
        return revision;
    }

    private String objection(Symbol symbol) {
        Symbol main = chart.symbol().get();
        if (symbol.equals(main)) {
            return Texts.of("compare.itself", symbol);
        }
        if (compared.stream().anyMatch(each -> each.symbol().equals(symbol))) {
            return Texts.of("compare.twice", symbol);
        }
        if (compared.size() >= MOST) {
            return Texts.of("compare.full", MOST);
        }
        // Whether the list of instruments is there at all shows by the chart's own symbol.
        boolean listed = main != null && instruments.find(main).isPresent();
        boolean known = !listed || instruments.find(symbol).isPresent();
        return known ? "" : Texts.of("compare.unknown", symbol);
    }

    private int freeSlot() {
        return IntStream.range(0, MOST)
                .filter(slot -> compared.stream().noneMatch(each -> each.slot() == slot))
                .findFirst()
                .orElse(0);
    }

    private void watch() {
        inbox.watch(compared.stream().map(Compared::symbol).toList());
    }

    private void change(Interval next) {
        List<Symbol> symbols = compared.stream().map(Compared::symbol).toList();
        Interval before = interval;
        interval = next;
        feed.unsubscribe(symbols.stream()
                .map(symbol -> Subscription.bars(symbol, before))
                .toList());
        reset();
        feed.subscribe(
                symbols.stream().map(symbol -> Subscription.bars(symbol, next)).toList());
    }

    /** As many bars as the chart has, in large steps, so that not every new bar asks anew. */
    private int limit() {
        int steps = chart.bars().size() / LEAST_ASKED + 1;
        return Math.min(steps * LEAST_ASKED, ComparedBars.MOST);
    }

    private void load(Compared wanted) {
        int mine = wanted.ask(limit());
        var _ = marketData
                .bars(wanted.symbol(), interval, wanted.asked())
                .whenCompleteAsync((fetched, failure) -> arrived(wanted, mine, fetched, failure), owner);
    }

    private void arrived(Compared of, int answered, @Nullable List<Bar> fetched, @Nullable Throwable failure) {
        if (!of.awaits(answered)) {
            return;
        }
        if (fetched != null) {
            of.bars().merge(fetched);
            of.page().take(fetched);
            of.become(of.bars().size() == 0 ? Compared.Stage.QUIET : Compared.Stage.READY, "");
        } else {
            LOG.warn("the bars of {} to compare with could not be had", of.symbol(), failure);
            of.page().miss();
            if (of.bars().size() == 0) {
                of.become(Compared.Stage.FAILED, Texts.of("compare.failed", of.symbol(), Reason.of(failure)));
            }
        }
        revision++;
    }
}
