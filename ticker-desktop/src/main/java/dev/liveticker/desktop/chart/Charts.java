package dev.liveticker.desktop.chart;

import dev.liveticker.book.QuoteBook;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.desktop.storage.Kept;
import dev.liveticker.feed.Feed;
import dev.liveticker.feed.MarketData;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/** The main window's chart, and those in windows of their own. Belongs to the FX thread; needs no toolkit. */
public final class Charts {

    /** Each costs a picture a pulse. */
    public static final int MOST_DETACHED = 12;

    private final Supplier<Feed> feeds;
    private final MarketData marketData;
    private final InstrumentDirectory instruments;
    private final Function<Symbol, Optional<QuoteBook.Entry>> quotes;
    private final BarInboxes inboxes;
    private final IndicatorsViewModel indicators;
    private final Executor owner;
    private final Open main;
    private final List<Open> detached = new ArrayList<>();

    /** What a chart has of its own. */
    private record Open(
            ChartViewModel model,
            Studies studies,
            Feed feed,
            Feed comparedFeed,
            BarInbox inbox,
            BarInbox comparedInbox) {}

    /**
     * @param feeds gives a share of the feed to each chart
     * @param quotes the newest one of a symbol, if one came
     * @param indicators that every chart shows
     * @param preferences of the main chart, which keeps them; others begin with them
     * @param owner runs what arrives, one task at a time; on the desktop, the FX thread
     */
    public Charts(
            Supplier<Feed> feeds,
            MarketData marketData,
            InstrumentDirectory instruments,
            Function<Symbol, Optional<QuoteBook.Entry>> quotes,
            BarInboxes inboxes,
            IndicatorsViewModel indicators,
            Kept<ChartPreferences> preferences,
            Executor owner) {
        this.feeds = feeds;
        this.marketData = marketData;
        this.instruments = instruments;
        this.quotes = quotes;
        this.inboxes = inboxes;
        this.indicators = indicators;
        this.owner = owner;
        this.main = open(preferences.get());
        main.model().preferences().subscribe(changed -> preferences.change(before -> changed));
        instruments.onLoaded(() -> all().forEach(ChartViewModel::describe));
    }

    /** The main window's. */
    public ChartViewModel main() {
        return main.model();
    }

    /**
     * What a chart shows besides its bars.
     *
     * @throws IllegalArgumentException if the chart is closed
     */
    public Studies studies(ChartViewModel chart) {
        return opened().stream()
                .filter(each -> each.model() == chart)
                .map(Open::studies)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a chart that is closed"));
    }

    /** Another chart of the same, for a window of its own; none if there are enough, or nothing is shown. */
    public Optional<ChartViewModel> detach(ChartViewModel from) {
        Symbol symbol = from.symbol().get();
        if (symbol == null || detached.size() >= MOST_DETACHED) {
            return Optional.empty();
        }
        Open opened = open(from.preferences().get());
        detached.add(opened);
        live(opened, from.live().get());
        opened.model().show(symbol);
        quotes.apply(symbol).ifPresent(opened.model()::show);
        return Optional.of(opened.model());
    }

    /** Its window is closed: it follows nothing any more. */
    public void close(ChartViewModel closed) {
        for (Open each : List.copyOf(detached)) {
            if (each.model() == closed) {
                detached.remove(each);
                each.model().end();
                each.feed().close();
                each.comparedFeed().close();
                inboxes.close(each.inbox());
                inboxes.close(each.comparedInbox());
            }
        }
    }

    /** Takes in the bars that came since the last call. */
    public void pulse() {
        for (Open each : opened()) {
            each.model().pulse();
            each.studies().compare().pulse();
        }
    }

    /** Takes in the quotes that changed. */
    public void show(Map<Symbol, QuoteBook.Entry> changed) {
        for (ChartViewModel chart : all()) {
            Symbol symbol = chart.symbol().get();
            QuoteBook.Entry entry = symbol == null ? null : changed.get(symbol);
            if (entry != null) {
                chart.show(entry);
            }
        }
    }

    /** Whether the connection is live. */
    public void live(boolean isLive) {
        opened().forEach(each -> live(each, isLive));
    }

    /** Forgets what was another server's. */
    public void reset() {
        for (Open each : opened()) {
            each.model().reset();
            each.studies().compare().reset();
        }
    }

    private Open open(ChartPreferences initial) {
        Feed feed = feeds.get();
        BarInbox inbox = inboxes.open();
        ChartViewModel model =
                new ChartViewModel(new FeedBars(feed, marketData), instruments::find, inbox, owner, initial);
        Feed comparedFeed = feeds.get();
        BarInbox comparedInbox = inboxes.open();
        Supplier<Interval> interval = () -> model.preferences().get().interval();
        CompareViewModel compare =
                new CompareViewModel(model, interval, comparedFeed, marketData, instruments, comparedInbox, owner);
        compare.begin(initial.compared());
        compare.compared()
                .subscribe(() -> model.compared(
                        compare.compared().stream().map(Compared::symbol).toList()));
        Studies studies = new Studies(model, indicators, compare, instruments::find, interval);
        return new Open(model, studies, feed, comparedFeed, inbox, comparedInbox);
    }

    private static void live(Open chart, boolean isLive) {
        chart.model().live(isLive);
        chart.studies().compare().live(isLive);
    }

    private List<Open> opened() {
        List<Open> opened = new ArrayList<>();
        opened.add(main);
        opened.addAll(detached);
        return opened;
    }

    private List<ChartViewModel> all() {
        return opened().stream().map(Open::model).toList();
    }
}
