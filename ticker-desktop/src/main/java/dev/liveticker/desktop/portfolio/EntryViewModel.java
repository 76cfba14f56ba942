package dev.liveticker.desktop.portfolio;

import dev.liveticker.desktop.completion.Completion;
import dev.liveticker.desktop.text.Dates;
import dev.liveticker.desktop.text.MoneyFormat;
import dev.liveticker.desktop.text.Numbers;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A transaction as it is typed. Belongs to the FX thread; needs no toolkit. */
final class EntryViewModel {

    private final Surroundings surroundings;
    private final LocalDate today;
    private final @Nullable Transaction edited;
    private final Map<EntryField, StringProperty> texts = new EnumMap<>(EntryField.class);
    private final Map<EntryField, ReadOnlyStringWrapper> problems = new EnumMap<>(EntryField.class);
    private final ObjectProperty<Side> side = new SimpleObjectProperty<>(Side.BUY);
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper amount = new ReadOnlyStringWrapper("");
    private final Completion completion;
    private String proposed = "";

    /**
     * @param edited what is to be changed; absent for something new
     * @param symbol the one somebody may mean; absent if none is at hand
     */
    EntryViewModel(Surroundings surroundings, LocalDate today, @Nullable Transaction edited, @Nullable Symbol symbol) {
        this.surroundings = surroundings;
        this.today = today;
        this.edited = edited;
        for (EntryField field : EntryField.values()) {
            StringProperty text = new SimpleStringProperty("");
            ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
            texts.put(field, text);
            problems.put(field, problem);
            text.subscribe((before, now) -> {
                problem.set("");
                if (field == EntryField.SYMBOL) {
                    follow();
                }
                preview();
            });
        }
        side.subscribe(this::preview);
        if (edited == null) {
            put(EntryField.DATE, Dates.write(today));
            put(EntryField.SYMBOL, symbol == null ? "" : symbol.text());
        } else {
            side.set(edited.side());
            put(EntryField.DATE, Dates.write(edited.date()));
            put(EntryField.SYMBOL, edited.symbol().text());
            put(EntryField.QUANTITY, Numbers.editable(edited.quantity()));
            put(EntryField.PRICE, Numbers.editable(edited.price()));
            put(EntryField.FEE, edited.fee().signum() == 0 ? "" : Numbers.editable(edited.fee()));
        }
        completion = new Completion(text(EntryField.SYMBOL), surroundings.search());
    }

    boolean isNew() {
        return edited == null;
    }

    StringProperty text(EntryField field) {
        return Objects.requireNonNull(texts.get(field));
    }

    /** What is wrong with a field, in words; empty if nothing is, or nobody asked yet. */
    ReadOnlyStringProperty problem(EntryField field) {
        return wrapper(field).getReadOnlyProperty();
    }

    ObjectProperty<Side> side() {
        return side;
    }

    /** The symbols that may be meant. */
    Completion completion() {
        return completion;
    }

    /** Whose symbol it is. */
    ReadOnlyStringProperty name() {
        return name.getReadOnlyProperty();
    }

    /** What it comes to, in words; empty as long as one cannot say. */
    ReadOnlyStringProperty amount() {
        return amount.getReadOnlyProperty();
    }

    /** The field to begin with. */
    EntryField first() {
        return typed(EntryField.SYMBOL).isEmpty() ? EntryField.SYMBOL : EntryField.QUANTITY;
    }

    /** What was typed, or nothing if some of it is wrong, which {@link #problem} then says. */
    Optional<Transaction> accept() {
        Optional<Symbol> symbol = symbol();
        complain(
                EntryField.SYMBOL,
                symbol.isPresent() ? Optional.empty() : Optional.of(Texts.of("portfolio.wrong.symbol")));
        Optional<BigDecimal> quantity = number(EntryField.QUANTITY);
        complain(EntryField.QUANTITY, missing(quantity).or(() -> quantity.flatMap(TransactionRules::wrongQuantity)));
        Optional<BigDecimal> price = number(EntryField.PRICE);
        complain(EntryField.PRICE, missing(price).or(() -> price.flatMap(TransactionRules::wrongAmount)));
        Optional<BigDecimal> fee = fee();
        complain(EntryField.FEE, missing(fee).or(() -> fee.flatMap(TransactionRules::wrongAmount)));
        Optional<LocalDate> date = Dates.parse(typed(EntryField.DATE));
        complain(
                EntryField.DATE,
                date.isEmpty()
                        ? Optional.of(Texts.of("portfolio.wrong.date", Dates.write(today)))
                        : TransactionRules.wrongDate(date.get(), today));
        boolean wrong =
                problems.values().stream().anyMatch(problem -> !problem.get().isEmpty());
        if (wrong || symbol.isEmpty() || quantity.isEmpty() || price.isEmpty() || fee.isEmpty() || date.isEmpty()) {
            return Optional.empty();
        }
        long id = edited == null ? 0 : edited.id();
        return Optional.of(
                new Transaction(id, symbol.get(), side.get(), quantity.get(), price.get(), fee.get(), date.get()));
    }

    /** Says whose symbol it is, and proposes its price where nobody typed another. */
    private void follow() {
        Optional<Symbol> symbol = symbol();
        name.set(symbol.map(known -> surroundings
                        .instruments()
                        .apply(known)
                        .map(Instrument::name)
                        .orElseGet(() -> Texts.of("portfolio.unknown")))
                .orElse(""));
        if (edited == null && typed(EntryField.PRICE).equals(proposed)) {
            proposed =
                    symbol.flatMap(surroundings::price).map(Numbers::editable).orElse("");
            put(EntryField.PRICE, proposed);
        }
    }

    private void preview() {
        Optional<BigDecimal> quantity = number(EntryField.QUANTITY);
        Optional<BigDecimal> price = number(EntryField.PRICE);
        Optional<BigDecimal> fee = fee();
        if (quantity.isEmpty() || price.isEmpty() || fee.isEmpty()) {
            amount.set("");
            return;
        }
        String currency = symbol().map(surroundings::currency).orElse("");
        BigDecimal traded = quantity.get().multiply(price.get());
        boolean opens = opensShort(quantity.get());
        MoneyFormat money = MoneyFormat.of(currency);
        amount.set(
                switch (side.get()) {
                    case BUY -> Texts.of("portfolio.entry.costs", amount(money, traded.add(fee.get()), currency));
                    case SELL ->
                        Texts.of(
                                opens ? "portfolio.entry.shorts" : "portfolio.entry.brings",
                                amount(money, traded.subtract(fee.get()), currency));
                });
    }

    private static String amount(MoneyFormat money, BigDecimal amount, String currency) {
        return (money.amount(amount) + ' ' + currency).strip();
    }

    private boolean opensShort(BigDecimal quantity) {
        return edited == null
                && symbol().filter(
                                symbol -> quantity.compareTo(surroundings.held().apply(symbol)) > 0)
                        .isPresent();
    }

    private Optional<Symbol> symbol() {
        return Symbol.parse(typed(EntryField.SYMBOL));
    }

    private Optional<BigDecimal> number(EntryField field) {
        return Numbers.parse(typed(field));
    }

    private Optional<BigDecimal> fee() {
        return typed(EntryField.FEE).isBlank() ? Optional.of(BigDecimal.ZERO) : number(EntryField.FEE);
    }

    private static Optional<String> missing(Optional<BigDecimal> number) {
        return number.isPresent() ? Optional.empty() : Optional.of(Texts.of("portfolio.wrong.number"));
    }

    private void complain(EntryField field, Optional<String> words) {
        wrapper(field).set(words.orElse(""));
    }

    private ReadOnlyStringWrapper wrapper(EntryField field) {
        return Objects.requireNonNull(problems.get(field));
    }

    private String typed(EntryField field) {
        StringProperty text = texts.get(field);
        return text == null ? "" : Objects.requireNonNullElse(text.get(), "");
    }

    private void put(EntryField field, String text) {
        text(field).set(text);
    }
}
