package dev.liveticker.desktop.watchlist;

import dev.liveticker.book.QuoteBook;
import dev.liveticker.desktop.text.PriceFormat;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
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

    private static final int DECIMALS_WHEN_UNKNOWN = 2;

    private final Symbol symbol;
    private final ReadOnlyStringWrapper name;
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.AWAITED);
    private final ReadOnlyObjectWrapper<BigDecimal> last = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<BigDecimal> change = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<BigDecimal> percent = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<BigDecimal> bid = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<BigDecimal> ask = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<BigDecimal> volume = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Tick> tick = new ReadOnlyObjectWrapper<>(Tick.NONE);
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper(Texts.of("watchlist.awaited"));
    private final ReadOnlyStringWrapper age = new ReadOnlyStringWrapper("");
    private @Nullable Instrument instrument;
    private @Nullable TradingStatus status;
    private OptionalLong receivedAtNanos = OptionalLong.empty();
    private PriceFormat format = PriceFormat.of(DECIMALS_WHEN_UNKNOWN);

    QuoteRow(Symbol symbol) {
        this.symbol = symbol;
        this.name = new ReadOnlyStringWrapper(symbol.text());
    }

    public Symbol symbol() {
        return symbol;
    }

    /** The symbol's text, for a table to sort by. */
    ReadOnlyStringProperty name() {
        return name.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<BigDecimal> last() {
        return last.getReadOnlyProperty();
    }

    /** Last less the previous close. */
    public ReadOnlyObjectProperty<BigDecimal> change() {
        return change.getReadOnlyProperty();
    }

    /** The change in per cent of the previous close. */
    public ReadOnlyObjectProperty<BigDecimal> percent() {
        return percent.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<BigDecimal> bid() {
        return bid.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<BigDecimal> ask() {
        return ask.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<BigDecimal> volume() {
        return volume.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Tick> tick() {
        return tick.getReadOnlyProperty();
    }

    /** The instrument's name, or what is the matter with it. */
    public ReadOnlyStringProperty subtitle() {
        return subtitle.getReadOnlyProperty();
    }

    /** How old the quote is, in words. */
    public ReadOnlyStringProperty age() {
        return age.getReadOnlyProperty();
    }

    /** How its prices are written. */
    public PriceFormat format() {
        return format;
    }

    /** The row in a sentence, for people who listen to it. */
    public String spoken() {
        BigDecimal price = last.get();
        if (price == null) {
            return Texts.of("watchlist.spoken.note", symbol.text(), subtitle.get());
        }
        BigDecimal share = percent.get();
        if (share == null) {
            return Texts.of("watchlist.spoken.price", symbol.text(), format.price(price));
        }
        return Texts.of(
                share.signum() < 0 ? "watchlist.spoken.down" : "watchlist.spoken.up",
                symbol.text(),
                format.price(price),
                PriceFormat.percent(share));
    }

    OptionalLong receivedAtNanos() {
        return receivedAtNanos;
    }

    void describe(@Nullable Instrument known) {
        instrument = known;
        if (known != null) {
            format = PriceFormat.of(known.decimals());
        }
        tell();
    }

    /** The server does not offer it. */
    void unknown() {
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
        receivedAtNanos = OptionalLong.of(entry.receivedAtNanos());
        BigDecimal before = last.get();
        set(last, quote.last());
        set(bid, quote.bid());
        set(ask, quote.ask());
        set(volume, quote.volume());
        showChange(quote.last(), quote.previousClose());
        if (standing.get() != Standing.QUOTED || status != quote.status()) {
            standing.set(Standing.QUOTED);
            status = quote.status();
            tell();
        }
        int direction =
                before == null || quote.last() == null ? 0 : quote.last().compareTo(before);
        if (direction == 0) {
            return false;
        }
        tick.set(direction > 0 ? Tick.UP : Tick.DOWN);
        return true;
    }

    void calm() {
        tick.set(Tick.NONE);
    }

    void showAge(String text) {
        age.set(text);
    }

    private void clear(Standing now) {
        last.set(null);
        change.set(null);
        percent.set(null);
        bid.set(null);
        ask.set(null);
        volume.set(null);
        age.set("");
        receivedAtNanos = OptionalLong.empty();
        status = null;
        standing.set(now);
        tell();
    }

    private void showChange(@Nullable BigDecimal price, @Nullable BigDecimal previousClose) {
        if (price == null || previousClose == null || previousClose.signum() == 0) {
            set(change, null);
            set(percent, null);
            return;
        }
        BigDecimal difference = price.subtract(previousClose);
        set(change, difference);
        set(percent, difference.movePointRight(2).divide(previousClose, 4, RoundingMode.HALF_UP));
    }

    private void tell() {
        subtitle.set(
                switch (standing.get()) {
                    case UNKNOWN -> Texts.of("watchlist.unknown");
                    case AWAITED -> instrument == null ? Texts.of("watchlist.awaited") : instrument.name();
                    case QUOTED -> quotedSubtitle();
                });
    }

    private String quotedSubtitle() {
        String name = instrument == null ? "" : instrument.name();
        return switch (status) {
            case HALTED -> Texts.of("watchlist.halted", name);
            case CLOSED -> Texts.of("watchlist.closed", name);
            case OPEN -> name;
            case null -> name;
        };
    }

    /** Leaves an equal value alone, so that its cell is not painted again. */
    private static void set(ReadOnlyObjectWrapper<BigDecimal> property, @Nullable BigDecimal value) {
        if (value == null || property.get() == null || value.compareTo(property.get()) != 0) {
            property.set(value);
        }
    }
}
