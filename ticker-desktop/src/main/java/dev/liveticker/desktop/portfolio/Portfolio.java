package dev.liveticker.desktop.portfolio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * All that was bought and sold, in the order in which it was entered. It is what is kept; everything else is derived
 * from it.
 *
 * @param transactions at most {@value #MOST}, each with an id of its own
 */
public record Portfolio(List<Transaction> transactions) {

    /** Ten a day for five years; each costs a line to show and a hundred bytes on the disk. */
    public static final int MOST = 20_000;

    static final Portfolio EMPTY = new Portfolio(List.of());

    /** @throws IllegalArgumentException if there are too many */
    public Portfolio {
        transactions = List.copyOf(transactions);
        if (transactions.size() > MOST) {
            throw new IllegalArgumentException("a portfolio holds at most " + MOST + " transactions");
        }
    }

    /** How many more there is room for. */
    int room() {
        return MOST - transactions.size();
    }

    /**
     * With these at the end, under ids of their own.
     *
     * @throws IllegalArgumentException if there is no room for them
     */
    Portfolio with(Collection<Transaction> more) {
        long id = transactions.stream().mapToLong(Transaction::id).max().orElse(0);
        List<Transaction> all = new ArrayList<>(transactions);
        for (Transaction transaction : more) {
            all.add(transaction.withId(++id));
        }
        return new Portfolio(all);
    }

    /** With this in the place of the one that has its id; as it was if none has. */
    Portfolio replacing(Transaction changed) {
        return new Portfolio(transactions.stream()
                .map(transaction -> transaction.id() == changed.id() ? changed : transaction)
                .toList());
    }

    Portfolio without(Transaction removed) {
        return new Portfolio(transactions.stream()
                .filter(transaction -> transaction.id() != removed.id())
                .toList());
    }
}
