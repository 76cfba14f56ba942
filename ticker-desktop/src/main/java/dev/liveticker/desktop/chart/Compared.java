package dev.liveticker.desktop.chart;

import dev.liveticker.model.Symbol;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A symbol one compares with. Belongs to the FX thread. */
public final class Compared {

    /** Whether it has bars. */
    public enum Stage {
        LOADING,
        READY,
        /** There are no bars yet. */
        QUIET,
        /** They could not be had; see {@link #problem()}. */
        FAILED
    }

    private final Symbol symbol;
    private final int slot;
    private final ComparedBars bars = new ComparedBars();
    private final NewestPage page = new NewestPage();
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.LOADING);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private int asked;
    private int request;

    /** @param slot gives it its colour, which stays when others go */
    Compared(Symbol symbol, int slot) {
        this.symbol = symbol;
        this.slot = slot;
    }

    public Symbol symbol() {
        return symbol;
    }

    public ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    /** Why there are no bars, for people; empty unless it failed. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    int slot() {
        return slot;
    }

    ComparedBars bars() {
        return bars;
    }

    /** What is known of the page of its newest bars. */
    NewestPage page() {
        return page;
    }

    /** Forgets its bars, until others come. */
    void clear() {
        bars.clear();
        page.clear();
    }

    void become(Stage next, String why) {
        problem.set(why);
        stage.set(next);
    }

    /** How many bars were asked for last. */
    int asked() {
        return asked;
    }

    /** Remembers what is asked for; the number by which the answer is known. */
    int ask(int limit) {
        asked = limit;
        page.ask();
        return ++request;
    }

    /** Whether this is the answer to the last question. */
    boolean awaits(int answered) {
        return answered == request;
    }
}
