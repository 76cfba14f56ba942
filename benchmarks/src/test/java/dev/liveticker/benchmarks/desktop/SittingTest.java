package dev.liveticker.benchmarks.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which pictures are taken at one start of the desktop. */
class SittingTest {

    private static final Path FOLDER = Path.of("pictures");

    @Test
    void what_needs_the_same_desktop_is_taken_at_one_start() {
        List<Sitting> sittings = Sitting.of(Picture.ofGuide(), "dark", "en", FOLDER);

        assertThat(sittings).hasSize(2);
        assertThat(sittings.getFirst().files())
                .containsEntry("main", FOLDER.resolve("main-dark.png").toAbsolutePath());
        assertThat(sittings.getLast().files()).containsOnlyKeys("compare");
    }

    @Test
    void a_tour_shows_every_screen_at_every_size() {
        List<Sitting> sittings = Sitting.of(Picture.ofTour(), "light", "de", FOLDER);

        assertThat(sittings).hasSize(8);
        assertThat(sittings.stream().flatMap(sitting -> sitting.files().values().stream()))
                .doesNotHaveDuplicates()
                .contains(
                        FOLDER.resolve("settings-about-large-200-de-light.png").toAbsolutePath());
    }
}
