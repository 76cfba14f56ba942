package dev.liveticker.desktop.watchlist;

import java.time.Duration;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What there is to say about the lists, the newest only, and for how long. */
final class Remarks {

    /** How long a remark stands, and with it the way back; Ctrl+Z knows it for longer. */
    static final Duration SHOWN = Duration.ofSeconds(8);

    private final ReadOnlyObjectWrapper<Remark> newest = new ReadOnlyObjectWrapper<>(Remark.NONE);
    private long untilNanos;
    private boolean fresh;

    ReadOnlyObjectProperty<Remark> newest() {
        return newest.getReadOnlyProperty();
    }

    void say(String text) {
        say(new Remark(text, false));
    }

    /** Says what was done, with the way back. */
    void sayUndoable(String text) {
        say(new Remark(text, true));
    }

    void silence() {
        newest.set(Remark.NONE);
    }

    /** Lets a remark go that stood long enough, counted from the first second it has seen. */
    void second(long nowNanos) {
        if (fresh) {
            fresh = false;
            untilNanos = nowNanos + SHOWN.toNanos();
        } else if (!newest.get().isEmpty() && nowNanos - untilNanos >= 0) {
            silence();
        }
    }

    private void say(Remark said) {
        newest.set(said);
        fresh = true;
    }
}
