package dev.liveticker.desktop.portfolio;

import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All of one symbol.
 *
 * @param transactions by their day, and those of one day in the order in which they were entered
 */
record Position(Symbol symbol, Holding holding, List<Transaction> transactions) {

    private static final Comparator<Transaction> BY_DAY = Comparator.comparing(Transaction::date);

    Position {
        transactions = List.copyOf(transactions);
    }

    /** What the transactions come to. */
    static Map<Symbol, Position> of(Portfolio portfolio) {
        Map<Symbol, List<Transaction>> bySymbol = new TreeMap<>();
        for (Transaction transaction : portfolio.transactions()) {
            bySymbol.computeIfAbsent(transaction.symbol(), symbol -> new ArrayList<>())
                    .add(transaction);
        }
        Map<Symbol, Position> positions = new TreeMap<>();
        bySymbol.forEach((symbol, transactions) -> positions.put(symbol, of(symbol, transactions)));
        return positions;
    }

    static Position of(Symbol symbol, Collection<Transaction> entered) {
        List<Transaction> inOrder = entered.stream().sorted(BY_DAY).toList();
        Holding holding = Holding.NONE;
        for (Transaction transaction : inOrder) {
            holding = holding.after(transaction);
        }
        return new Position(symbol, holding, inOrder);
    }

    BigDecimal quantity() {
        return holding.quantity();
    }

    /** Whether something is held, or owed. */
    boolean isOpen() {
        return holding.quantity().signum() != 0;
    }

    /**
     * What its worth changed by since the previous close: what was held by then against that close, and what was traded
     * since against its own price. Fees are left out.
     *
     * @param session the date that a transaction of the price's trading day has
     */
    BigDecimal dayChange(BigDecimal price, BigDecimal previousClose, LocalDate session) {
        BigDecimal heldBefore = quantity();
        BigDecimal change = BigDecimal.ZERO;
        for (int i = transactions.size() - 1;
                i >= 0 && !transactions.get(i).date().isBefore(session);
                i--) {
            Transaction today = transactions.get(i);
            heldBefore = heldBefore.subtract(today.change());
            change = change.add(today.change().multiply(price.subtract(today.price())));
        }
        return change.add(heldBefore.multiply(price.subtract(previousClose)));
    }
}
