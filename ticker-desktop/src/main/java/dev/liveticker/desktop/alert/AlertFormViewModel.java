package dev.liveticker.desktop.alert;

import dev.liveticker.desktop.completion.Completion;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.desktop.text.Numbers;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.Alert;
import dev.liveticker.model.AlertCondition;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a person fills in to set an alert, or to change one. Says what is wrong as soon as the form is sent, and from
 * then on with every change. Belongs to the FX thread; needs no toolkit.
 */
public final class AlertFormViewModel {

    /** The longest note and the most decimals of a percentage that the protocol knows. */
    static final int LONGEST_NOTE = 200;

    private static final int PERCENT_PLACES = 4;
    private static final BigDecimal LEAST_PERCENT = new BigDecimal(-100);
    private static final BigDecimal MOST_PERCENT = new BigDecimal(1_000_000);
    private static final int LONGEST_NUMBER = 40;

    private final String id;
    private final boolean changing;
    private final InstrumentDirectory instruments;
    private final Predicate<Symbol> exists;
    private final Function<Symbol, Optional<BigDecimal>> lastPrice;
    private final Consumer<Alert> filledIn;
    private final AlertWords words;
    private final Completion completion;
    private final StringProperty symbol = new SimpleStringProperty("");
    private final ObjectProperty<AlertCondition> condition = new SimpleObjectProperty<>(AlertCondition.CROSSES_ABOVE);
    private final StringProperty level = new SimpleStringProperty("");
    private final BooleanProperty repeat = new SimpleBooleanProperty();
    private final StringProperty note = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
    private boolean sent;

    /**
     * What was filled in, or what is wrong with it.
     *
     * @param alert absent where something is wrong
     */
    private record Reading(@Nullable Alert alert, String problem) {}

    /**
     * An empty form.
     *
     * @param id of the alert to be
     * @param changing whether there is an alert of this id already
     * @param exists whether the server has a symbol, as far as that is known
     * @param lastPrice the newest price of a symbol, as far as it is known
     * @param filledIn is given the alert that is asked for
     */
    AlertFormViewModel(
            String id,
            boolean changing,
            InstrumentDirectory instruments,
            Predicate<Symbol> exists,
            Function<Symbol, Optional<BigDecimal>> lastPrice,
            Consumer<Alert> filledIn) {
        this.id = id;
        this.changing = changing;
        this.instruments = instruments;
        this.exists = exists;
        this.lastPrice = lastPrice;
        this.filledIn = filledIn;
        this.words = new AlertWords(instruments);
        this.completion = new Completion(symbol, typed -> instruments.search(typed, Completion.MOST));
        symbol.subscribe(this::changed);
        condition.subscribe(this::changed);
        level.subscribe(this::changed);
        note.subscribe(this::changed);
        changed();
    }

    /** Fills in what an alert has. */
    void fill(Alert alert) {
        symbol.set(alert.symbol().text());
        condition.set(alert.condition());
        level.set(words.level(alert.symbol(), alert.condition(), alert.level()));
        repeat.set(alert.repeat());
        note.set(alert.note() == null ? "" : alert.note());
        completion.clear();
    }

    /**
     * Fills in a symbol, and a price to cross from where it is.
     *
     * @param price rounded to the instrument's tick size; absent for one to be typed
     */
    void fill(@Nullable Symbol wanted, @Nullable BigDecimal price) {
        if (wanted == null) {
            return;
        }
        symbol.set(wanted.text());
        completion.clear();
        if (price != null) {
            BigDecimal rounded = instruments
                    .find(wanted)
                    .map(instrument -> toTick(price, instrument.tickSize()))
                    .filter(each -> each.signum() > 0)
                    .orElse(price);
            boolean below = lastPrice
                    .apply(wanted)
                    .filter(last -> rounded.compareTo(last) < 0)
                    .isPresent();
            condition.set(below ? AlertCondition.CROSSES_BELOW : AlertCondition.CROSSES_ABOVE);
            level.set(words.level(wanted, condition.get(), rounded));
        }
    }

    /** Whether it changes an alert that there is. */
    public boolean changing() {
        return changing;
    }

    public StringProperty symbol() {
        return symbol;
    }

    /** The symbols that may be meant by what is typed. */
    Completion completion() {
        return completion;
    }

    public ObjectProperty<AlertCondition> condition() {
        return condition;
    }

    /** The price or the percentage, as it is typed. */
    public StringProperty level() {
        return level;
    }

    public BooleanProperty repeat() {
        return repeat;
    }

    public StringProperty note() {
        return note;
    }

    /** What is wrong, for people; empty while nothing was found. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** What is good to know of what was filled in so far. */
    public ReadOnlyStringProperty hint() {
        return hint.getReadOnlyProperty();
    }

    /** Asks for the alert, if the form says which. */
    public boolean submit() {
        sent = true;
        Reading reading = read();
        problem.set(reading.problem());
        if (reading.alert() != null) {
            filledIn.accept(reading.alert());
        }
        return reading.alert() != null;
    }

    private void changed() {
        if (sent) {
            problem.set(read().problem());
        }
        hint.set(describe());
    }

    private Reading read() {
        Optional<Symbol> wanted = Symbol.parse(symbol.get());
        if (wanted.isEmpty()) {
            return new Reading(null, Texts.of("alert.form.symbol.missing"));
        }
        if (!exists.test(wanted.get())) {
            return new Reading(
                    null, Texts.of("alert.form.symbol.unknown", wanted.get().text()));
        }
        Optional<BigDecimal> value = value();
        AlertCondition asked = condition.get();
        if (asked.percent() && value.filter(AlertFormViewModel::isPercent).isEmpty()) {
            return new Reading(null, Texts.of("alert.refusal.percent"));
        }
        if (!asked.percent() && value.filter(price -> price.signum() > 0).isEmpty()) {
            return new Reading(null, Texts.of("alert.refusal.price"));
        }
        String said = note.get().strip();
        if (said.length() > LONGEST_NOTE || said.chars().anyMatch(Character::isISOControl)) {
            return new Reading(null, Texts.of("alert.refusal.note"));
        }
        BigDecimal number = value.orElseThrow();
        return new Reading(
                new Alert(
                        id,
                        wanted.get(),
                        asked,
                        asked.percent() ? null : number,
                        asked.percent() ? number : null,
                        repeat.get(),
                        said.isEmpty() ? null : said,
                        true,
                        null),
                "");
    }

    private Optional<BigDecimal> value() {
        String typed = level.get().replace("%", "").strip();
        return typed.length() > LONGEST_NUMBER
                ? Optional.empty()
                : Numbers.parse(typed, Locale.getDefault(Locale.Category.FORMAT));
    }

    /** What it is called, where it stands, and that a level which is passed already must be passed again. */
    private String describe() {
        Optional<Symbol> wanted = Symbol.parse(symbol.get());
        String name = wanted.flatMap(instruments::find).map(Instrument::name).orElse("");
        Optional<BigDecimal> last = wanted.flatMap(lastPrice);
        if (last.isEmpty()) {
            return name;
        }
        String price = words.price(wanted.get(), last.get());
        Optional<BigDecimal> value = condition.get().percent() ? Optional.empty() : value();
        if (value.isPresent()) {
            int side = last.get().compareTo(value.get());
            boolean passed = condition.get().rising() ? side >= 0 : side <= 0;
            if (passed) {
                return Texts.of("alert.form.passed", price);
            }
        }
        return Texts.of("alert.form.last", name.isEmpty() ? wanted.get().text() : name, price);
    }

    private static boolean isPercent(BigDecimal percent) {
        return percent.stripTrailingZeros().scale() <= PERCENT_PLACES
                && percent.compareTo(LEAST_PERCENT) > 0
                && percent.compareTo(MOST_PERCENT) <= 0;
    }

    private static BigDecimal toTick(BigDecimal price, BigDecimal tick) {
        return price.divide(tick, 0, RoundingMode.HALF_UP).multiply(tick);
    }
}
