package dev.liveticker.desktop.portfolio;

import dev.liveticker.desktop.text.Dates;
import dev.liveticker.desktop.text.Numbers;
import dev.liveticker.desktop.text.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** What a transaction may be, in words for who enters one: the same for a form and for a file. */
final class TransactionRules {

    private TransactionRules() {}

    /** What is wrong with it; nothing if it is right. */
    static Optional<String> wrongQuantity(BigDecimal quantity) {
        return quantity.signum() <= 0 ? Optional.of(Texts.of("portfolio.wrong.quantity")) : wrongSize(quantity);
    }

    /** What is wrong with a price or a fee; nothing if it is right. */
    static Optional<String> wrongAmount(BigDecimal amount) {
        return amount.signum() < 0 ? Optional.of(Texts.of("portfolio.wrong.negative")) : wrongSize(amount);
    }

    /** What is wrong with it; nothing if it is right. */
    static Optional<String> wrongDate(LocalDate date, LocalDate today) {
        if (date.isAfter(today)) {
            return Optional.of(Texts.of("portfolio.wrong.future", Dates.write(date)));
        }
        return date.isBefore(Transaction.EARLIEST)
                ? Optional.of(Texts.of("portfolio.wrong.past", Dates.write(date)))
                : Optional.empty();
    }

    private static Optional<String> wrongSize(BigDecimal figure) {
        boolean large = figure.compareTo(Transaction.LARGEST) >= 0;
        boolean fine = figure.stripTrailingZeros().scale() > Transaction.MOST_DECIMALS;
        return large || fine
                ? Optional.of(Texts.of("portfolio.wrong.size", Numbers.editable(figure)))
                : Optional.empty();
    }
}
