package dev.liveticker.desktop.portfolio;

import dev.liveticker.desktop.storage.Kept;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;

/** The portfolio that is kept, and the way back from each change of it. Belongs to the FX thread. */
final class Ledger {

    /** Portfolios share their transactions, so that one more costs little. */
    static final int MOST_STEPS = 50;

    private final Kept<Portfolio> kept;
    private final Deque<Portfolio> before = new ArrayDeque<>();
    private final Deque<Portfolio> after = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();

    Ledger(Kept<Portfolio> kept) {
        this.kept = kept;
    }

    ReadOnlyObjectProperty<Portfolio> portfolio() {
        return kept.value();
    }

    Portfolio current() {
        return kept.get();
    }

    ReadOnlyBooleanProperty undoable() {
        return undoable.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty redoable() {
        return redoable.getReadOnlyProperty();
    }

    /** @throws IllegalArgumentException if there is no room for them */
    void add(Collection<Transaction> transactions) {
        change(current().with(transactions));
    }

    void replace(Transaction changed) {
        change(current().replacing(changed));
    }

    void remove(Transaction transaction) {
        change(current().without(transaction));
    }

    /** Without effect if nothing was changed. */
    void undo() {
        step(before, after);
    }

    /** Without effect if nothing was undone since the last change. */
    void redo() {
        step(after, before);
    }

    private void change(Portfolio next) {
        if (next.equals(current())) {
            return;
        }
        push(before, current());
        after.clear();
        put(next);
    }

    private void step(Deque<Portfolio> from, Deque<Portfolio> to) {
        if (!from.isEmpty()) {
            push(to, current());
            put(from.pop());
        }
    }

    private void put(Portfolio next) {
        undoable.set(!before.isEmpty());
        redoable.set(!after.isEmpty());
        kept.change(now -> next);
    }

    private static void push(Deque<Portfolio> steps, Portfolio step) {
        steps.push(step);
        if (steps.size() > MOST_STEPS) {
            steps.removeLast();
        }
    }

    /** Of those given, the ones that are not there yet; two that are the same need two that are there. */
    List<Transaction> newOf(List<Transaction> given) {
        Map<Transaction, Integer> there = new HashMap<>();
        for (Transaction transaction : current().transactions()) {
            there.merge(transaction.withId(0), 1, Integer::sum);
        }
        return given.stream()
                .filter(transaction -> there.merge(transaction.withId(0), -1, Integer::sum) < 0)
                .toList();
    }
}
