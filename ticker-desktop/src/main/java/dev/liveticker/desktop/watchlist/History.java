package dev.liveticker.desktop.watchlist;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The way back from changes, and forth again: the newest {@value #MOST} of them. */
final class History<T> {

    static final int MOST = 100;

    private record Step<T>(T before, T after) {}

    private final Deque<Step<T>> past = new ArrayDeque<>();
    private final Deque<Step<T>> future = new ArrayDeque<>();

    /** Something was changed by a person. What was undone until now cannot be redone any more. */
    void record(T before, T after) {
        past.push(new Step<>(before, after));
        if (past.size() > MOST) {
            past.removeLast();
        }
        future.clear();
    }

    boolean canUndo() {
        return !past.isEmpty();
    }

    boolean canRedo() {
        return !future.isEmpty();
    }

    /** What there was before the newest change; empty if there is none. */
    Optional<T> undo() {
        Step<T> step = past.poll();
        if (step == null) {
            return Optional.empty();
        }
        future.push(step);
        return Optional.of(step.before());
    }

    /** What there was after the change that was undone last; empty if there is none. */
    Optional<T> redo() {
        Step<T> step = future.poll();
        if (step == null) {
            return Optional.empty();
        }
        past.push(step);
        return Optional.of(step.after());
    }
}
