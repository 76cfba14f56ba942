package dev.liveticker.desktop.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class KeptTest {

    @TempDir
    Path directory;

    private final AtomicInteger refusals = new AtomicInteger();
    private volatile boolean full;

    @Test
    void what_a_full_disk_refused_is_saved_at_the_end_without_another_change() throws Exception {
        Kept<List<String>> kept = kept();
        full = true;
        kept.change(notes -> List.of("buy milk"));
        await().atMost(Duration.ofSeconds(60)).until(() -> refusals.get() > 0);

        full = false;
        kept.close();

        assertThat(saved()).isEqualTo(1);
    }

    @Test
    void what_a_full_disk_refused_never_takes_the_place_of_something_newer() throws Exception {
        Kept<List<String>> kept = kept();
        full = true;
        kept.change(notes -> List.of("buy milk"));
        await().atMost(Duration.ofSeconds(60)).until(() -> refusals.get() > 0);

        full = false;
        kept.change(notes -> List.of("buy milk", "call Ana"));
        kept.close();

        assertThat(saved()).isEqualTo(2);
    }

    private Kept<List<String>> kept() {
        return new Kept<>(new KeptFile<>(file(), NotesForm.THIRD, InstantSource.system(), this::write), List.of());
    }

    private void write(Path file, byte[] content) throws IOException {
        if (full) {
            refusals.incrementAndGet();
            throw new IOException("No space left on device");
        }
        WholeFile.write(file, content);
    }

    /** How many notes the file holds. */
    private int saved() throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readAllBytes(file()))
                .path("saved")
                .asInt();
    }

    private Path file() {
        return directory.resolve("notes.json");
    }
}
