package dev.liveticker.desktop.settings;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings in force, saved shortly after each change on a thread of their own. Changed and read on the FX thread.
 */
public final class SettingsStore implements AutoCloseable {

    /** Long enough for a dragged window to come to rest, short enough for a crash to cost nothing. */
    private static final Duration DEBOUNCE = Duration.ofMillis(300);

    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);

    private final SettingsFile file;
    private final Settings kept;
    private final Settings started;
    private final ReadOnlyObjectWrapper<Settings> settings;
    private final ScheduledExecutorService saver = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("settings-saver").factory());
    private final Object writing = new Object();
    private final Object guard = new Object();
    private @Nullable Settings unsaved;
    private boolean scheduled;

    /**
     * @param kept what the file says
     * @param started what is in force at first: {@code kept}, or for this once another server or theme, which is not
     *     saved unless the user changes it
     */
    public SettingsStore(SettingsFile file, Settings kept, Settings started) {
        this.file = file;
        this.kept = kept;
        this.started = started;
        this.settings = new ReadOnlyObjectWrapper<>(started);
    }

    public ReadOnlyObjectProperty<Settings> settings() {
        return settings.getReadOnlyProperty();
    }

    /** Puts other settings in force, and on the disk soon. */
    public void change(UnaryOperator<Settings> change) {
        Settings changed = change.apply(settings.get());
        if (changed.equals(settings.get())) {
            return;
        }
        settings.set(changed);
        synchronized (guard) {
            unsaved = changed;
            if (!scheduled && !saver.isShutdown()) {
                scheduled = true;
                var _ = saver.schedule(this::save, DEBOUNCE.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Saves what is not saved yet. Harmless when repeated. */
    @Override
    public void close() {
        saver.shutdown();
        save();
    }

    private Settings lasting(Settings changed) {
        Settings lasting = changed;
        if (Objects.equals(changed.server(), started.server())) {
            lasting = lasting.withServer(kept.server());
        }
        if (changed.theme() == started.theme()) {
            lasting = lasting.withTheme(kept.theme());
        }
        return lasting;
    }

    private void save() {
        // One lock for writing, another for what is to be written, so that a change never waits for the disk.
        synchronized (writing) {
            Settings changed;
            synchronized (guard) {
                scheduled = false;
                changed = unsaved;
                unsaved = null;
            }
            if (changed != null) {
                try {
                    file.save(lasting(changed));
                } catch (IOException e) {
                    LOG.error("the settings could not be saved", e);
                }
            }
        }
    }
}
