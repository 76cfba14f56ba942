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
    private volatile boolean broken;

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

    @Test
    void what_could_not_be_written_for_a_reason_nobody_thought_of_is_saved_at_the_end_too() throws Exception {
        broken = true;
        Kept<List<String>> kept = kept();
        kept.change(notes -> List.of("buy milk"));
        await().atMost(Duration.ofSeconds(60)).until(() -> refusals.get() > 0);
        kept.close();
        assertThat(refusals).as("closing fails as quietly").hasValue(2);

        broken = false;
        kept.close();

        assertThat(saved()).isEqualTo(1);
    }

    private Kept<List<String>> kept() {
        return new Kept<>(new KeptFile<>(file(), NotesForm.THIRD, InstantSource.system(), this::write), List.of());
    }

    private void write(Path file, byte[] content) throws IOException {
        if (full) {
            refusals.incrementAndGet();
            throw new IOException("No space left on device");
        }
        if (broken) {
            refusals.incrementAndGet();
            throw new IllegalStateException("nobody thought of it");
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
