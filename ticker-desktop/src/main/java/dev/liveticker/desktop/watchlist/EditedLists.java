package dev.liveticker.desktop.watchlist;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The lists in force, every change of them, and the way back from each. Belongs to the FX thread. */
final class EditedLists {

    private final ReadOnlyObjectWrapper<Watchlists> lists;
    private final History<Watchlists> history = new History<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();

    EditedLists(Watchlists initial) {
        lists = new ReadOnlyObjectWrapper<>(initial);
    }

    Watchlists get() {
        return lists.get();
    }

    ReadOnlyObjectProperty<Watchlists> value() {
        return lists.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    /** A change that can be taken back. */
    boolean edit(UnaryOperator<Watchlists> change) {
        Watchlists before = get();
        Watchlists after = change.apply(before);
        if (after.equals(before)) {
            return false;
        }
        history.record(before, after);
        put(after);
        return true;
    }

    /** A change of how it looks: the list that shows, its columns. Taking back what is on the lists leaves it. */
    void arrange(UnaryOperator<Watchlists> change) {
        put(change.apply(get()));
    }

    /** A change of the columns of the list that shows. */
    void layout(UnaryOperator<ColumnLayout> change) {
        arrange(now ->
                now.with(now.current().withColumns(change.apply(now.current().columns()))));
    }

    boolean undo() {
        return restore(history.undo());
    }

    boolean redo() {
        return restore(history.redo());
    }

    private boolean restore(Optional<Watchlists> restored) {
        restored.ifPresent(state -> put(state.withColumnsOf(get())));
        return restored.isPresent();
    }

    private void put(Watchlists now) {
        lists.set(now);
        canUndo.set(history.canUndo());
        canRedo.set(history.canRedo());
    }
}
