package dev.liveticker.desktop.watchlist;

import dev.liveticker.desktop.storage.WholeFile;
import dev.liveticker.desktop.text.Reason;
import dev.liveticker.model.Symbol;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads and writes the lists' files, which may lie on a slow disk, without holding up the window. */
public final class ListFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ListFiles.class);

    private final ListsViewModel lists;
    private final Executor owner;

    /** @param owner runs what comes of it, on the FX thread */
    public ListFiles(ListsViewModel lists, Executor owner) {
        this.lists = lists;
        this.owner = owner;
    }

    /** Makes a list of a file. */
    public CompletableFuture<Void> open(Path file) {
        Function<String, Optional<Symbol>> symbols = lists.symbolReader();
        return away(() -> WatchlistCsv.read(bytesOf(file), symbols), (reading, failure) -> {
            if (reading != null) {
                lists.importCsv(nameOf(file), reading);
            } else {
                LOG.warn("{} could not be read as a watchlist", file, failure);
                lists.unread(file.toString(), Reason.of(failure));
            }
        });
    }

    /** Writes a text, instead of whatever the file held. */
    CompletableFuture<Void> save(Path file, String text) {
        return away(
                () -> {
                    WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
                    return file;
                },
                (written, failure) -> {
                    if (failure == null) {
                        lists.saved(file.toString());
                    } else {
                        LOG.warn("a watchlist could not be saved as {}", file, failure);
                        lists.unsaved(file.toString(), Reason.of(failure));
                    }
                });
    }

    private <T> CompletableFuture<Void> away(Work<T> work, BiConsumer<@Nullable T, @Nullable Throwable> then) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        // As a task of the owner's, who hears of what goes wrong in it: a stage would keep that to itself.
        var _ = CompletableFuture.supplyAsync(
                        work::result,
                        task -> Thread.ofVirtual().name("watchlist-file").start(task))
                .whenComplete((result, failure) -> owner.execute(() -> {
                    try {
                        then.accept(result, failure);
                    } finally {
                        done.complete(null);
                    }
                }));
        return done;
    }

    private static byte[] bytesOf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(WatchlistCsv.LARGEST + 1);
        }
    }

    /** The file's name without its ending. */
    private static String nameOf(Path file) {
        String name = new File(file.toString()).getName();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** Something that touches the disk. */
    private interface Work<T> {

        T run() throws IOException;

        default T result() {
            try {
                return run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
