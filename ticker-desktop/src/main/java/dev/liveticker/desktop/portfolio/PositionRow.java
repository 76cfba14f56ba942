package dev.liveticker.desktop.portfolio;

import dev.liveticker.book.QuoteBook;
import dev.liveticker.desktop.indicator.TradingDay;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A position and what it is worth at the newest price. Belongs to the FX thread. */
final class PositionRow extends FigureRow {

    private final ZoneId zone;
    private Position position;
    private Sums sums = Sums.NONE;
    private Optional<Quote> quote = Optional.empty();
    private Optional<Instrument> instrument = Optional.empty();
    private boolean refused;

    PositionRow(Position position, ZoneId zone) {
        super(position.symbol().text());
        this.zone = zone;
        this.position = position;
        reckon();
    }

    Symbol symbol() {
        return position.symbol();
    }

    Position position() {
        return position;
    }

    /** ISO 4217 code; empty as long as the server has not said it. */
    String currency() {
        return instrument.map(Instrument::currency).orElse("");
    }

    /** What it adds to the totals of its currency. */
    Sums sums() {
        return sums;
    }

    void hold(Position now) {
        position = now;
        if (!now.isOpen()) {
            // Nobody follows its price from now on: bought again, it must not show this one as the newest.
            quote = Optional.empty();
        }
        reckon();
    }

    void price(QuoteBook.Entry entry) {
        quote = Optional.of(entry.quote());
        refused = false;
        reckon();
    }

    void describe(Optional<Instrument> known) {
        instrument = known;
        writeBy(known.map(Instrument::decimals), currency());
        // Its day may begin at another time than was thought.
        reckon();
    }

    /** The server does not offer it. */
    void refuse() {
        refused = true;
        quote = Optional.empty();
        reckon();
    }

    /** Back to knowing no price. */
    void forget() {
        refused = false;
        quote = Optional.empty();
        reckon();
    }

    private void reckon() {
        TradingDay day = TradingDay.of(instrument.orElse(null));
        Optional<Valuation> valuation = quote.flatMap(now -> Valuation.of(position, now, day.dateOf(now.time(), zone)));
        sums = Sums.of(position, valuation);
        Holding holding = position.holding();
        set(Figure.QUANTITY, holding.quantity());
        set(Figure.REALISED, holding.realised());
        set(Figure.AVERAGE, position.isOpen() ? holding.averageCost() : null);
        set(Figure.COST, position.isOpen() ? holding.cost() : null);
        set(Figure.LAST, valuation.map(Valuation::price).orElse(null));
        set(Figure.VALUE, valuation.map(Valuation::value).orElse(null));
        set(Figure.UNREALISED, valuation.map(Valuation::unrealised).orElse(null));
        set(Figure.PERCENT, percent(valuation, holding.cost()));
        set(Figure.DAY, valuation.map(Valuation::day).orElse(null));
        tell();
    }

    private static @Nullable BigDecimal percent(Optional<Valuation> valuation, BigDecimal cost) {
        return valuation.map(now -> Valuation.percent(now.unrealised(), cost)).orElse(null);
    }

    private void tell() {
        String name = instrument.map(Instrument::name).orElse("");
        if (!position.isOpen()) {
            say(Texts.of("portfolio.closed"));
        } else if (refused) {
            say(Texts.of("portfolio.unknown"));
        } else if (quote.isEmpty()) {
            say(name.isEmpty() ? Texts.of("portfolio.awaited") : name);
        } else {
            say(position.quantity().signum() < 0 ? Texts.of("portfolio.short", name) : name);
        }
    }
}
