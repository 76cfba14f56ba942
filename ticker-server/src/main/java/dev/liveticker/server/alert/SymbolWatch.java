package dev.liveticker.server.alert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The alerts of one symbol that wait for its price. */
final class SymbolWatch {

    /** Of levels in percent; more would only make sense for prices of more digits than there are. */
    static final int PERCENT_PLACES = 4;

    private final Crossings prices = new Crossings();
    private final Crossings changes = new Crossings();
    private Reference reference;
    private boolean moved;

    SymbolWatch(Reference reference) {
        this.reference = reference;
    }

    void add(OwnedAlert alert) {
        crossings(alert).add(alert);
        moved = true;
    }

    void remove(OwnedAlert alert) {
        crossings(alert).remove(alert);
    }

    /** All that wait, in the order in which they fire. */
    void forEach(Consumer<OwnedAlert> action) {
        prices.forEach(action);
        changes.forEach(action);
    }

    Reference reference() {
        return reference;
    }

    /** Whether the reference since the last call came to mean something else for any alert, and so is to be saved. */
    boolean takeMoved() {
        boolean taken = moved;
        moved = false;
        return taken;
    }

    /**
     * Another previous close begins a new day: changes count from it, and the first price is compared with no change.
     */
    void previousClose(BigDecimal close) {
        BigDecimal before = reference.previousClose();
        if (before == null) {
            reference = new Reference(reference.last(), close, reference.changeFrom());
            moved |= !changes.isEmpty();
        } else if (before.compareTo(close) != 0) {
            reference = new Reference(reference.last(), close, close);
            moved |= !changes.isEmpty();
        }
    }

    /** The alerts that this price fires. Nothing fires at the first price there is. */
    List<OwnedAlert> price(BigDecimal price) {
        List<OwnedAlert> fired = new ArrayList<>();
        BigDecimal last = reference.last();
        if (last != null && !prices.isEmpty()) {
            fired.addAll(prices.risen(last, price));
            fired.addAll(prices.fallen(last, price));
            moved |= prices.affects(last, price);
        }
        BigDecimal close = reference.previousClose();
        BigDecimal changeFrom = reference.changeFrom();
        if (changeFrom != null && close != null && close.signum() > 0 && !changes.isEmpty()) {
            BigDecimal from = change(changeFrom, close, RoundingMode.FLOOR);
            BigDecimal to = change(price, close, RoundingMode.FLOOR);
            fired.addAll(changes.risen(from, to));
            moved |= changes.affects(from, to);
            from = change(changeFrom, close, RoundingMode.CEILING);
            to = change(price, close, RoundingMode.CEILING);
            fired.addAll(changes.fallen(from, to));
            moved |= changes.affects(from, to);
        }
        if (last == null || changeFrom == null) {
            moved |= !(prices.isEmpty() && changes.isEmpty());
        }
        reference = new Reference(price, close, price);
        return fired;
    }

    /**
     * The change in percent, rounded to where levels can be: a level is at most the change if and only if it is at most
     * its floor, and at least if and only if at least its ceiling, so that nothing is lost by it.
     */
    private static BigDecimal change(BigDecimal price, BigDecimal close, RoundingMode rounding) {
        return price.subtract(close).movePointRight(2).divide(close, PERCENT_PLACES, rounding);
    }

    private Crossings crossings(OwnedAlert alert) {
        return alert.alert().condition().percent() ? changes : prices;
    }
}
