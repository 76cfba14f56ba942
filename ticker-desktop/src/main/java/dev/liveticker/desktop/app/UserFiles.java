package dev.liveticker.desktop.app;

import dev.liveticker.desktop.storage.JsonForm;
import dev.liveticker.desktop.storage.Kept;
import dev.liveticker.desktop.storage.KeptFile;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The files that features keep beside the settings, one each. Belongs to the FX thread. */
final class UserFiles implements AutoCloseable {

    private final Path directory;
    private final List<Kept<?>> open = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    UserFiles(Path directory) {
        this.directory = directory;
    }

    /** @param name such as {@code portfolio.json} */
    <T> Kept<T> open(String name, JsonForm<T> form) {
        KeptFile<T> file = new KeptFile<>(directory.resolve(name), form, InstantSource.system());
        Kept<T> kept = Kept.open(file, problems::add);
        open.add(kept);
        return kept;
    }

    /** What was wrong with the files when they were opened, for people. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Saves what is not saved yet. */
    @Override
    public void close() {
        open.forEach(Kept::close);
    }
}
