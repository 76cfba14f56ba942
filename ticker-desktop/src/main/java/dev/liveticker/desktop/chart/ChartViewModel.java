package dev.liveticker.desktop.chart;

import dev.liveticker.book.QuoteBook;
import dev.liveticker.desktop.text.PriceFormat;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

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

    /** Bars fetched at first: of minutes, a day. */
    static final int BARS_FETCHED = 1_440;

    private static final double LEAST_STRETCH = 0.1;
    private static final double MOST_STRETCH = 50;
    private static final BigDecimal USUAL_TICK = new BigDecimal("0.01");

    private final Function<Symbol, Optional<Instrument>> instruments;
    private final BarHistory history;
    private final ReadOnlyObjectWrapper<Symbol> symbol = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ChartPreferences> preferences;
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Quote> quote = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper();
    private BigDecimal tick = USUAL_TICK;
    private PriceFormat format = PriceFormat.of(2);
    private OptionalDouble percentBase = OptionalDouble.empty();
    private Viewport viewport = Viewport.INITIAL;
    private double stretch = 1;
    private long revision;

    /**
     * @param source where its bars come from
     * @param instruments what is known of a symbol; see {@link #describe}
     * @param inbox brings the live ones
     * @param owner runs what arrives, one task at a time; on the desktop, the FX thread
     */
    ChartViewModel(
            BarSource source,
            Function<Symbol, Optional<Instrument>> instruments,
            BarInbox inbox,
            Executor owner,
            ChartPreferences initial) {
        this.instruments = instruments;
        this.preferences = new ReadOnlyObjectWrapper<>(initial);
        this.history = new BarHistory(source, inbox, owner, new BarHistory.Listener() {
            @Override
            public void changed(int added) {
                grown(added);
            }

            @Override
            public void cutOff() {
                viewport = viewport.newest();
            }
        });
    }

    public ReadOnlyObjectProperty<Symbol> symbol() {
        return symbol.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Stage> stage() {
        return history.stage().getReadOnlyProperty();
    }

    /** Why there are no bars, for people. */
    public ReadOnlyStringProperty failure() {
        return history.failure().getReadOnlyProperty();
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

    /** Which bars, and how they are drawn. */
    public ReadOnlyObjectProperty<ChartPreferences> preferences() {
        return preferences.getReadOnlyProperty();
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
        quote.set(null);
        symbol.set(wanted);
        percentBase = OptionalDouble.empty();
        showOtherBars();
    }

    /** Takes in a quote of the symbol shown; one of another symbol does not concern it. */
    public void show(QuoteBook.Entry entry) {
        if (entry.quote().symbol().equals(symbol.get())) {
            quote.set(entry.quote());
            revision++;
        }
    }

    /** Draws bars in another way. */
    public void kind(ChartKind wanted) {
        preferences.set(preferences.get().withKind(wanted));
        revision++;
    }

    /** Shows bars of another length. */
    public void interval(Interval wanted) {
        if (wanted != preferences.get().interval()) {
            preferences.set(preferences.get().withInterval(wanted));
            showOtherBars();
        }
    }

    /** Whether equal shares, and not equal amounts, are equally high. */
    public void logarithmic(boolean wanted) {
        preferences.set(preferences.get().withLogarithmic(wanted));
        revision++;
    }

    /** What it is compared with, to be kept. */
    void compared(List<Symbol> symbols) {
        preferences.set(preferences.get().withCompared(symbols));
    }

    /** Whether the connection is live; bars that could not be had are fetched when it is so again. */
    public void live(boolean isLive) {
        boolean again = isLive && !live.get();
        live.set(isLive);
        revision++;
        // What was missed once they were there, the stream brings when it goes on, or tells to be fetched.
        if (again && !history.isThere()) {
            load();
        }
    }

    /** Takes in the bars that came since the last call. */
    public void pulse() {
        history.pulse();
    }

    /** Fetches the bars again. */
    public void load() {
        history.load();
    }

    /** Forgets bars and quote, which were another server's, and fetches this one's. */
    public void reset() {
        if (symbol.get() != null) {
            quote.set(null);
            history.reset();
            revision++;
        }
    }

    BarSeries bars() {
        return history.series();
    }

    Viewport viewport() {
        return viewport;
    }

    void viewport(Viewport wanted) {
        if (!wanted.equals(viewport)) {
            viewport = wanted;
            revision++;
        }
    }

    /** How many times as far apart as they fit prices stand. */
    double stretch() {
        return stretch;
    }

    /** Sets prices further apart, or closer together; 1 has them fit. */
    void stretch(double wanted) {
        double possible = Math.clamp(wanted, LEAST_STRETCH, MOST_STRETCH);
        if (possible != stretch) {
            stretch = possible;
            revision++;
        }
    }

    /**
     * Every bar that is there.
     *
     * @param width of the plot, in pixels
     */
    void showAll(double width) {
        viewport(viewport.all(bars().size(), width));
    }

    /** The newest bars in their usual width, and prices that fit. */
    void showUsual() {
        viewport(Viewport.INITIAL);
        stretch(1);
    }

    /** These bars are in view. */
    void look(int first, int last) {
        history.look(first, last);
    }

    /** What the price axis shall be like. */
    ScaleChoice scale() {
        return new ScaleChoice(tick.doubleValue(), preferences.get().logarithmic(), percentBase, stretch);
    }

    /** What counts as 0 per cent; empty while the axis is one of prices. */
    OptionalDouble percentBase() {
        return percentBase;
    }

    /** @param base above 0; empty for an axis of prices */
    void percentBase(OptionalDouble base) {
        OptionalDouble wanted = base.isPresent() && base.getAsDouble() > 0 ? base : OptionalDouble.empty();
        if (!wanted.equals(percentBase)) {
            percentBase = wanted;
            revision++;
        }
    }

    /** The newest price: the quote's, or else the newest bar's. */
    OptionalDouble lastPrice() {
        if (quote.get() != null && quote.get().last() != null) {
            return OptionalDouble.of(quote.get().last().doubleValue());
        }
        BarSeries bars = bars();
        return bars.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(bars.close(bars.size() - 1));
    }

    /** The price nearest to this that there can be. */
    BigDecimal nearestPrice(double price) {
        return BigDecimal.valueOf(price).divide(tick, 0, RoundingMode.HALF_EVEN).multiply(tick);
    }

    /** Rises with everything that changes the picture. */
    long revision() {
        return revision;
    }

    /** Looks up again what is known of the instrument. */
    void describe() {
        Optional<Instrument> known = Optional.ofNullable(symbol.get()).flatMap(instruments);
        tick = known.map(Instrument::tickSize).orElse(USUAL_TICK);
        format = PriceFormat.of(known.map(Instrument::decimals).orElse(2));
        refine();
        revision++;
        // Last, since whoever hears of it writes the prices anew.
        name.set(known.map(Instrument::name).orElse(""));
    }

    /** Its feed is of use to others from now on. */
    void end() {
        history.show(null, preferences.get().interval());
    }

    private void showOtherBars() {
        viewport = viewport.ofOtherBars();
        stretch = 1;
        // Before it is described, or the decimals of the bars shown so far would stay.
        history.show(symbol.get(), preferences.get().interval());
        describe();
        revision++;
    }

    private void grown(int added) {
        refine();
        viewport = viewport.grown(added).pan(0, bars().size());
        revision++;
    }

    /** Prices with more decimals than the instrument is said to have are written with all of them. */
    private void refine() {
        int decimals = Math.min(bars().decimals(), PriceFormat.MOST_DECIMALS);
        if (decimals > format.decimals()) {
            format = PriceFormat.of(decimals);
        }
        BigDecimal finest = BigDecimal.ONE.movePointLeft(decimals);
        if (decimals > 0 && finest.compareTo(tick) < 0) {
            tick = finest;
        }
    }
}
