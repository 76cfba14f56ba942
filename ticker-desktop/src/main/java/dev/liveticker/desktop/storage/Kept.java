package dev.liveticker.desktop.storage;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A value in force, saved shortly after each change on a thread of its own. Changed and read on the FX thread. */
public class Kept<T> implements AutoCloseable {

    /** Long enough for a dragged window to come to rest, short enough for a crash to cost nothing. */
    private static final Duration DEBOUNCE = Duration.ofMillis(300);

    private static final Logger LOG = LoggerFactory.getLogger(Kept.class);

    private final KeptFile<T> file;
    private final ReadOnlyObjectWrapper<T> value;
    private final ScheduledExecutorService saver = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("saver").factory());
    private final Object writing = new Object();
    private final Object guard = new Object();
    private @Nullable T unsaved;
    private boolean scheduled;

    /** @param initial what is in force at first; not saved before it changes */
    public Kept(KeptFile<T> file, T initial) {
        this.file = file;
        this.value = new ReadOnlyObjectWrapper<>(initial);
    }

    /** Reads the file, and tells of what is wrong with it, in words for people. */
    public static <T> Kept<T> open(KeptFile<T> file, Consumer<String> problems) {
        KeptFile.Loaded<T> loaded = file.load();
        loaded.problems().forEach(problems);
        return new Kept<>(file, loaded.value());
    }

    public ReadOnlyObjectProperty<T> value() {
        return value.getReadOnlyProperty();
    }

    /** What is in force. */
    public T get() {
        return value.get();
    }

    /** Puts another value in force, and on the disk soon. */
    public void change(UnaryOperator<T> change) {
        T changed = change.apply(value.get());
        if (changed.equals(value.get())) {
            return;
        }
        value.set(changed);
        synchronized (guard) {
            unsaved = changed;
            if (!scheduled && !saver.isShutdown()) {
                scheduled = true;
                var _ = saver.schedule(this::save, DEBOUNCE.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Saves what is not saved yet; what cannot be is logged, never thrown. Harmless when repeated. */
    @Override
    public void close() {
        saver.shutdown();
        save();
    }

    /** What of a changed value goes on the disk: all of it, unless a subclass knows better. */
    protected T lasting(T changed) {
        return changed;
    }

    private void save() {
        // One lock for writing, another for what is to be written, so that a change never waits for the disk.
        synchronized (writing) {
            T changed;
            synchronized (guard) {
                scheduled = false;
                changed = unsaved;
                unsaved = null;
            }
            if (changed != null) {
                try {
                    file.save(lasting(changed));
                } catch (IOException | RuntimeException e) {
                    // A RuntimeException too: Jackson throws nothing else, and nobody asks the timer what became of it.
                    LOG.error(
                            "what was changed could not be saved; it is tried again with the next change or at the end",
                            e);
                    keep(changed);
                }
            }
        }
    }

    /** To be saved later, unless something newer is by then. */
    private void keep(T changed) {
        synchronized (guard) {
            if (unsaved == null) {
                unsaved = changed;
            }
        }
    }
}
