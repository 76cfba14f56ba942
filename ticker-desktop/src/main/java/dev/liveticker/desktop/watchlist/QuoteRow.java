package dev.liveticker.desktop.watchlist;

import dev.liveticker.book.QuoteBook;
import dev.liveticker.desktop.text.PriceFormat;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.message.Bar;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** One line of the watchlist. Belongs to the FX thread; an absent price is a property that holds nothing. */
public final class QuoteRow {

    /** What is known of the symbol. */
    public enum Standing {
        /** No quote yet. */
        AWAITED,
        QUOTED,
        /** The server does not offer it. */
        UNKNOWN
    }

    /** What the last price did a moment ago. */
    public enum Tick {
        NONE,
        UP,
        DOWN
    }

    /** The last price and what it did a moment ago: what its cell shows. */
    record Ticked(@Nullable BigDecimal last, Tick tick) {
        static final Ticked NOTHING = new Ticked(null, Tick.NONE);
    }

    private final Symbol symbol;
    private final RowFigures figures = new RowFigures();
    private final Trend trend = new Trend();
    private final TrendLine trendLine = new TrendLine(trend);
    private final ObjectProperty<Standing> standing = new SimpleObjectProperty<>(Standing.AWAITED);
    private final ObjectProperty<Ticked> ticked = new SimpleObjectProperty<>(Ticked.NOTHING);
    private final QuotedAt time = new QuotedAt();
    private final StringProperty subtitle = new SimpleStringProperty(Texts.of("watchlist.awaited"));
    private final StringProperty caption = new SimpleStringProperty(subtitle.get());
    private final StringProperty age = new SimpleStringProperty("");
    private final StringProperty note = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private @Nullable Instrument instrument;
    private @Nullable TradingStatus status;
    private boolean received;
    private long receivedAtNanos;
    private PriceFormat format;
    private boolean flashing;
    private long flashUntilNanos;
    private boolean trendChanged;
    private String refusal = "";
    private int place;

    QuoteRow(Symbol symbol, PriceFormat format) {
        this.symbol = symbol;
        this.format = format;
    }

    public Symbol symbol() {
        return symbol;
    }

    public ReadOnlyObjectProperty<Standing> standing() {
        return standing;
    }

    /** The newest quote, which all numbers follow from; nothing before there is one. */
    ReadOnlyObjectProperty<Quote> quoted() {
        return figures;
    }

    /** A number of the row; it changes with {@link #quoted}. */
    Figure figure(Column column) {
        return figures.of(column);
    }

    public Supplier<@Nullable BigDecimal> last() {
        return figures.of(Column.LAST);
    }

    /** The change in per cent of the previous close. */
    public Supplier<@Nullable BigDecimal> percent() {
        return figures.of(Column.PERCENT);
    }

    public Tick tick() {
        return ticked.get().tick();
    }

    ReadOnlyObjectProperty<Ticked> ticked() {
        return ticked;
    }

    /** When it was quoted, microseconds since the Unix epoch. */
    ReadOnlyObjectProperty<Long> time() {
        return time;
    }

    /** The instrument's name, or what is the matter with it. */
    public ReadOnlyStringProperty subtitle() {
        return subtitle;
    }

    /** What stands below the symbol: the subtitle, and before it the age where that is wanted and matters. */
    ReadOnlyStringProperty caption() {
        return caption;
    }

    /** How old the quote is, in words. */
    public ReadOnlyStringProperty age() {
        return age;
    }

    /** Whether the quote is too old to be taken for what is paid now. */
    public ReadOnlyBooleanProperty stale() {
        return stale.getReadOnlyProperty();
    }

    /** What somebody wrote beside it. */
    public ReadOnlyStringProperty note() {
        return note;
    }

    Trend trend() {
        return trend;
    }

    TrendLine trendLine() {
        return trendLine;
    }

    /** How its prices are written. */
    public PriceFormat format() {
        return format;
    }

    /** The row in a sentence, for people who listen to it. */
    public String spoken() {
        BigDecimal price = last().get();
        if (price == null) {
            return Texts.of("watchlist.spoken.note", symbol.text(), subtitle.get());
        }
        BigDecimal share = percent().get();
        if (share == null) {
            return Texts.of("watchlist.spoken.price", symbol.text(), format.price(price));
        }
        return switch (PriceFormat.percentSign(share)) {
            case 0 -> Texts.of("watchlist.spoken.unchanged", symbol.text(), format.price(price));
            case -1 ->
                Texts.of("watchlist.spoken.down", symbol.text(), format.price(price), PriceFormat.percent(share));
            default -> Texts.of("watchlist.spoken.up", symbol.text(), format.price(price), PriceFormat.percent(share));
        };
    }

    /** Where it stands in the list's own order. */
    int place() {
        return place;
    }

    void place(int now) {
        place = now;
    }

    OptionalLong receivedAtNanos() {
        return received ? OptionalLong.of(receivedAtNanos) : OptionalLong.empty();
    }

    /** Whether a filter lets it through, folded as {@link RowSearch} compares. */
    boolean matches(String folded) {
        return RowSearch.isIn(symbol.text(), folded)
                || RowSearch.isIn(note.get(), folded)
                || (instrument != null && RowSearch.isIn(instrument.name(), folded));
    }

    void describe(@Nullable Instrument known, PriceFormat knownFormat) {
        boolean rewritten = knownFormat != format;
        instrument = known;
        format = knownFormat;
        if (rewritten) {
            // The same prices look otherwise now.
            figures.rewrite();
            ticked.set(new Ticked(ticked.get().last(), tick()));
        }
        tell();
    }

    void note(String text) {
        note.set(text);
    }

    /** The server does not offer it. */
    void refused(String why) {
        refusal = why;
        clear(Standing.UNKNOWN);
    }

    /** Back to knowing no price. */
    void forget() {
        clear(Standing.AWAITED);
    }

    /** The server offers it, whatever another one said before. */
    void offered() {
        if (standing.get() == Standing.UNKNOWN) {
            standing.set(Standing.AWAITED);
            tell();
        }
    }

    /** @return whether the last price changed, so that {@link #tick} says which way */
    boolean show(QuoteBook.Entry entry) {
        Quote quote = entry.quote();
        received = true;
        receivedAtNanos = entry.receivedAtNanos();
        BigDecimal before = last().get();
        figures.show(quote);
        time.set(quote.time());
        if (standing.get() != Standing.QUOTED || status != quote.status()) {
            standing.set(Standing.QUOTED);
            status = quote.status();
            tell();
        }
        BigDecimal now = quote.last();
        if (now != null && trend.add(now.doubleValue(), quote.time())) {
            trendChanged = true;
        }
        int direction = before == null || now == null ? 0 : now.compareTo(before);
        if (direction != 0) {
            ticked.set(new Ticked(now, direction > 0 ? Tick.UP : Tick.DOWN));
        } else if (now == null || before == null) {
            ticked.set(new Ticked(now, tick()));
        }
        return direction != 0;
    }

    /** Until when it shows a tick, if it does. */
    long flashUntilNanos() {
        return flashUntilNanos;
    }

    /** @return whether it did not show a tick before */
    boolean flashUntil(long nanos) {
        flashUntilNanos = nanos;
        boolean first = !flashing;
        flashing = true;
        return first;
    }

    /** @return whether its tick has shown long enough, and does not show any more */
    boolean calm(long nowNanos) {
        if (flashUntilNanos - nowNanos > 0) {
            return false;
        }
        flashing = false;
        ticked.set(new Ticked(ticked.get().last(), Tick.NONE));
        return true;
    }

    void showAge(String text, boolean isStale, boolean inCaption) {
        age.set(text);
        stale.set(isStale);
        caption.set(isStale && inCaption ? joined(text, subtitle.get()) : subtitle.get());
    }

    /** Has the line of its trend painted if it changed. */
    void showTrend() {
        if (trendChanged) {
            trendChanged = false;
            trendLine.changed();
        }
    }

    /** Takes in the last hours as the server has them. */
    void fillTrend(List<Bar> bars) {
        trend.fill(bars);
        trendLine.changed();
    }

    private void clear(Standing now) {
        figures.clear();
        trend.clear();
        trendLine.changed();
        ticked.set(Ticked.NOTHING);
        time.clear();
        age.set("");
        stale.set(false);
        received = false;
        status = null;
        standing.set(now);
        tell();
    }

    private void tell() {
        String name = instrument == null ? "" : instrument.name();
        subtitle.set(
                switch (standing.get()) {
                    case UNKNOWN -> refusal;
                    case AWAITED -> instrument == null ? Texts.of("watchlist.awaited") : name;
                    case QUOTED ->
                        switch (status) {
                            case HALTED -> joined(Texts.of("watchlist.halted"), name);
                            case CLOSED -> joined(Texts.of("watchlist.closed"), name);
                            case OPEN -> name;
                            case null -> name;
                        };
                });
        caption.set(subtitle.get());
    }

    /** Of an instrument that is not known yet there is no name. */
    private static String joined(String words, String name) {
        return name.isEmpty() ? words : words + " \u00b7 " + name;
    }
}
