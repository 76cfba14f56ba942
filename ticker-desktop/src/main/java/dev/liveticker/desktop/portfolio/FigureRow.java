package dev.liveticker.desktop.portfolio;

import dev.liveticker.desktop.text.MoneyFormat;
import dev.liveticker.desktop.text.PriceFormat;
import dev.liveticker.desktop.text.Quantity;
import dev.liveticker.desktop.text.Texts;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** A line of figures: a position, or what those of one currency come to. Belongs to the FX thread. */
abstract class FigureRow {

    private static final int DECIMALS_WHEN_UNKNOWN = 2;

    private final Map<Figure, ReadOnlyObjectWrapper<BigDecimal>> figures = new EnumMap<>(Figure.class);
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private PriceFormat prices = PriceFormat.of(DECIMALS_WHEN_UNKNOWN);
    private MoneyFormat amounts = MoneyFormat.of("");

    FigureRow(String title) {
        this.title.set(title);
        for (Figure figure : Figure.values()) {
            figures.put(figure, new ReadOnlyObjectWrapper<>());
        }
    }

    ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /** What else there is to say of it, for people. */
    ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }

    /** Exact; holds nothing where there is no such figure. */
    ReadOnlyObjectProperty<BigDecimal> figure(Figure figure) {
        return wrapper(figure).getReadOnlyProperty();
    }

    /** A figure as it is shown; empty where there is none. */
    String shown(Figure figure) {
        BigDecimal value = wrapper(figure).get();
        return value == null ? "" : write(figure, value);
    }

    String write(Figure figure, BigDecimal value) {
        return switch (figure) {
            case QUANTITY -> Quantity.exact(value);
            case AVERAGE -> prices.rounded(value);
            case LAST -> prices.price(value);
            case COST, VALUE -> amounts.amount(value);
            case UNREALISED, DAY, REALISED -> amounts.signed(value);
            case PERCENT -> PriceFormat.signedPercent(value);
        };
    }

    /** The sign of a gain or a loss as it is shown: 0 for what rounds to nothing, and for every other figure. */
    int sign(Figure figure, BigDecimal value) {
        return switch (figure) {
            case UNREALISED, DAY, REALISED -> amounts.sign(value);
            case PERCENT -> PriceFormat.percentSign(value);
            case QUANTITY, AVERAGE, LAST, COST, VALUE -> 0;
        };
    }

    /** The line in a sentence, for people who listen to it. */
    String spoken() {
        String value = shown(Figure.VALUE);
        String gain = shown(Figure.UNREALISED);
        if (value.isEmpty()) {
            return Texts.of("portfolio.spoken.unpriced", title.get(), shown(Figure.COST), shown(Figure.REALISED));
        }
        return Texts.of("portfolio.spoken", title.get(), value, gain, shown(Figure.PERCENT));
    }

    PriceFormat prices() {
        return prices;
    }

    MoneyFormat amounts() {
        return amounts;
    }

    void say(String words) {
        note.set(words);
    }

    /** From now on prices have so many decimals, and amounts those of a currency. */
    void writeBy(Optional<Integer> decimals, String currency) {
        prices = PriceFormat.of(decimals.orElse(DECIMALS_WHEN_UNKNOWN));
        amounts = MoneyFormat.of(currency);
        // Written anew: the same figures look otherwise now.
        for (ReadOnlyObjectWrapper<BigDecimal> figure : figures.values()) {
            BigDecimal value = figure.get();
            figure.set(null);
            figure.set(value);
        }
    }

    /** Leaves an equal value alone, so that its cell is not painted again. */
    void set(Figure figure, @Nullable BigDecimal value) {
        ReadOnlyObjectWrapper<BigDecimal> property = wrapper(figure);
        if (value == null || property.get() == null || value.compareTo(property.get()) != 0) {
            property.set(value);
        }
    }

    private ReadOnlyObjectWrapper<BigDecimal> wrapper(Figure figure) {
        ReadOnlyObjectWrapper<BigDecimal> wrapper = figures.get(figure);
        if (wrapper == null) {
            throw new IllegalStateException("no " + figure);
        }
        return wrapper;
    }
}
