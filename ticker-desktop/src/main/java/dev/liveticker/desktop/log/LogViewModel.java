package dev.liveticker.desktop.log;

import dev.liveticker.desktop.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of the log, as far back as {@value #MOST_LINES} lines. Belongs to the owner's thread (the FX thread); the
 * disk is read on another.
 */
public final class LogViewModel {

    static final int MOST_LINES = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(LogViewModel.class);

    private final Path file;
    private final LogTail tail;
    private final Executor reader;
    private final Executor owner;
    private final Consumer<Path> reveal;
    private final Deque<LogLine> kept = new ArrayDeque<>();
    private final ObservableList<LogLine> lines = FXCollections.observableArrayList();
    private final ObjectProperty<LogLine.Level> least = new SimpleObjectProperty<>(LogLine.Level.DEBUG);
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private boolean looking;
    private boolean failed;

    /**
     * @param reader runs what waits for the disk, one task at a time
     * @param owner runs what comes of it
     * @param reveal shows a file in the system's file manager
     */
    public LogViewModel(Path file, Executor reader, Executor owner, Consumer<Path> reveal) {
        this.file = file;
        this.tail = new LogTail(file);
        this.reader = reader;
        this.owner = owner;
        this.reveal = reveal;
        least.subscribe(this::filter);
        search.subscribe(this::filter);
    }

    /** The lines that pass level and search, oldest first. */
    public ObservableList<LogLine> lines() {
        return lines;
    }

    /** Lines of less are not shown. */
    public ObjectProperty<LogLine.Level> least() {
        return least;
    }

    /** Lines without it are not shown; upper and lower case are the same. */
    public StringProperty search() {
        return search;
    }

    /** Why there is nothing to see, or not all; empty if there is nothing to say. */
    public ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }

    public Path file() {
        return file;
    }

    /** Looks for new lines, and has them soon. Called about once a second while somebody looks. */
    public void refresh() {
        if (looking) {
            return;
        }
        looking = true;
        reader.execute(() -> {
            try {
                LogTail.Found found = tail.look();
                owner.execute(() -> take(found));
            } catch (IOException e) {
                owner.execute(() -> fail(e));
            }
        });
    }

    /** Some lines, or all that are shown if none is chosen, as text. */
    public String copied(List<LogLine> chosen) {
        return (chosen.isEmpty() ? lines : chosen)
                .stream().map(LogLine::text).collect(Collectors.joining("\n", "", "\n"));
    }

    /** Shows the file where it lies. */
    public void showInFolder() {
        reveal.accept(file);
    }

    private void take(LogTail.Found found) {
        looking = false;
        failed = false;
        note.set(found.missing() && kept.isEmpty() ? Texts.of("log.missing", file) : "");
        if (found.anew()) {
            kept.clear();
            lines.clear();
        }
        if (found.lines().isEmpty() && !found.skipped()) {
            return;
        }
        List<LogLine> fresh = new ArrayList<>(found.lines());
        if (found.skipped()) {
            fresh.addFirst(new LogLine(LogLine.Level.WARN, Texts.of("log.skipped")));
        }
        kept.addAll(fresh);
        int dropped = 0;
        while (kept.size() > MOST_LINES) {
            if (passes(kept.removeFirst())) {
                dropped++;
            }
        }
        List<LogLine> passing = fresh.stream().filter(this::passes).toList();
        if (dropped >= lines.size() + passing.size() || passing.size() > MOST_LINES) {
            filter();
            return;
        }
        lines.addAll(passing);
        if (dropped > 0) {
            lines.remove(0, dropped);
        }
    }

    private void fail(IOException e) {
        looking = false;
        note.set(Texts.of("log.unreadable", file));
        // Once, or it would itself be what the log is full of.
        if (!failed) {
            failed = true;
            LOG.warn("{} cannot be read", file, e);
        }
    }

    private void filter() {
        List<LogLine> passing = new ArrayList<>();
        for (LogLine line : kept) {
            if (passes(line)) {
                passing.add(line);
            }
        }
        lines.setAll(passing);
    }

    private boolean passes(LogLine line) {
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        return line.level().compareTo(least.get()) >= 0
                && (wanted.isEmpty() || line.text().toLowerCase(Locale.ROOT).contains(wanted));
    }
}
