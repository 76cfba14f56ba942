package dev.liveticker.desktop.hint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.storage.Kept;
import dev.liveticker.desktop.storage.KeptFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HintsViewModelTest {

    @TempDir
    Path directory;

    private Kept<Set<Hint>> seen;
    private HintsViewModel hints;
    private long now;

    @BeforeEach
    void open() {
        seen = kept();
        hints = new HintsViewModel(seen);
    }

    @AfterEach
    void close() {
        seen.close();
    }

    @Test
    void the_first_comes_after_a_quiet_while_with_prices() {
        hints.second(now, false);
        later(HintsViewModel.QUIET, false);
        assertThat(hints.current().get()).as("not without prices").isNull();
        later(1, true);
        later(HintsViewModel.QUIET - 1, true);
        assertThat(hints.current().get()).isNull();
        later(1, true);

        assertThat(hints.current().get()).isEqualTo(Hint.PALETTE);
    }

    @Test
    void each_is_said_once_one_after_another() {
        for (Hint hint : Hint.values()) {
            next();
            assertThat(hints.current().get()).isEqualTo(hint);
            hints.dismiss();
            assertThat(hints.current().get()).isNull();
        }
        next();
        assertThat(hints.current().get()).isNull();
    }

    @Test
    void one_that_nobody_puts_away_goes_by_itself() {
        next();
        later(HintsViewModel.SHOWN, true);

        assertThat(hints.current().get()).isNull();
        assertThat(seen.get()).containsExactly(Hint.PALETTE);
    }

    @Test
    void whoever_does_it_needs_no_hint_of_it() {
        hints.did(Hint.PALETTE);
        next();
        assertThat(hints.current().get()).isEqualTo(Hint.CHART);

        hints.did(Hint.TRANSPORT);
        assertThat(hints.current().get()).as("not the one that shows").isEqualTo(Hint.CHART);
        hints.did(Hint.CHART);

        assertThat(hints.current().get()).isNull();
        assertThat(seen.get()).containsExactlyInAnyOrder(Hint.values());
    }

    @Test
    void a_loss_of_the_connection_begins_the_quiet_while_anew() {
        later(1, true);
        later(HintsViewModel.QUIET / 2, false);
        later(HintsViewModel.QUIET / 2, true);

        assertThat(hints.current().get()).isNull();
    }

    @Test
    void what_was_seen_is_kept_and_can_be_seen_again() throws Exception {
        next();
        hints.dismiss();
        seen.close();
        assertThat(Files.readString(directory.resolve("hints.json"))).contains("palette");

        seen = kept();
        hints = new HintsViewModel(seen);
        next();
        assertThat(hints.current().get()).isEqualTo(Hint.CHART);
        hints.again();
        next();
        assertThat(hints.current().get()).isEqualTo(Hint.PALETTE);
    }

    @Test
    void a_file_that_says_nonsense_counts_as_nothing_seen() throws Exception {
        Files.writeString(directory.resolve("hints.json"), "{\"seen\": [1, \"other\", null, \"chart\"]}");

        assertThat(kept().get()).containsExactly(Hint.CHART);
    }

    private void next() {
        later(1, true);
        later(HintsViewModel.QUIET, true);
    }

    private void later(long nanos, boolean live) {
        now += nanos;
        hints.second(now, live);
    }

    private Kept<Set<Hint>> kept() {
        return Kept.open(
                new KeptFile<>(directory.resolve("hints.json"), new HintForm(), InstantSource.system()), problem -> {});
    }
}
