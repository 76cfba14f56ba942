package dev.liveticker.desktop.hint;

import dev.liveticker.desktop.storage.Kept;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Which hint is said at the moment. Each is said once: it goes away when it is put away, when the person does what it
 * speaks of, or after a while. Belongs to the FX thread; needs no toolkit.
 */
public final class HintsViewModel {

    /** A person looks around first. */
    static final long QUIET = Duration.ofSeconds(8).toNanos();

    /** Long enough to be read twice. */
    static final long SHOWN = Duration.ofSeconds(30).toNanos();

    private final Kept<Set<Hint>> seen;
    private final ReadOnlyObjectWrapper<Hint> current = new ReadOnlyObjectWrapper<>();
    private boolean waiting;
    private long sinceNanos;

    public HintsViewModel(Kept<Set<Hint>> seen) {
        this.seen = seen;
    }

    /** Holds nothing while there is no hint. */
    public ReadOnlyObjectProperty<Hint> current() {
        return current.getReadOnlyProperty();
    }

    /** The person did what a hint speaks of, or is to speak of: there is no need to say it. */
    public void did(Hint hint) {
        if (!seen.get().contains(hint)) {
            over(hint);
        }
    }

    /** Puts away the hint that shows. */
    public void dismiss() {
        Hint shown = current.get();
        if (shown != null) {
            over(shown);
        }
    }

    /** Says them all once more, the first one soon. */
    public void again() {
        current.set(null);
        waiting = false;
        seen.change(before -> Set.of());
    }

    /**
     * Says the next hint when it is time. Called about once a second while the window is in view.
     *
     * @param live whether there are prices; before that, there is nothing to give hints about
     */
    public void second(long nowNanos, boolean live) {
        if (seen.get().size() == Hint.values().length) {
            return;
        }
        Hint shown = current.get();
        if (shown != null) {
            if (nowNanos - sinceNanos >= SHOWN) {
                over(shown);
            }
            return;
        }
        if (!live) {
            waiting = false;
            return;
        }
        if (!waiting) {
            waiting = true;
            sinceNanos = nowNanos;
        } else if (nowNanos - sinceNanos >= QUIET) {
            waiting = false;
            sinceNanos = nowNanos;
            current.set(next());
        }
    }

    private Hint next() {
        Set<Hint> left = EnumSet.allOf(Hint.class);
        left.removeAll(seen.get());
        return left.iterator().next();
    }

    private void over(Hint hint) {
        seen.change(before -> {
            Set<Hint> after = EnumSet.of(hint);
            after.addAll(before);
            return Set.copyOf(after);
        });
        if (current.get() == hint) {
            current.set(null);
            waiting = false;
        }
    }
}
