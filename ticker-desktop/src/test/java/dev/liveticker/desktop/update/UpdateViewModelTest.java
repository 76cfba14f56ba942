package dev.liveticker.desktop.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.storage.Kept;
import dev.liveticker.desktop.storage.KeptFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateViewModelTest {

    private static final URI ADDRESS = URI.create("https://updates.example/newest.json");
    private static final URI OTHER = URI.create("https://other.example/newest.json");
    private static final URI PAGE = URI.create("https://updates.example/page");

    @TempDir
    Path directory;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<URI> asked = new ArrayList<>();
    private final List<Kept<LastInquiry>> opened = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private String newest = "1.1.0";
    private UpdateViewModel model = start("1.0.0");

    @AfterEach
    void close() {
        opened.forEach(Kept::close);
    }

    @Test
    void nobody_is_asked_unless_the_user_says_whom() {
        model.priced();
        model.second();

        assertThat(waiting).isEmpty();
        assertThat(opened).as("not even whom was asked last is looked up").isEmpty();
    }

    @Test
    void nobody_is_asked_before_there_is_a_live_price() {
        model.ask(ADDRESS);
        model.second();
        assertThat(waiting).isEmpty();

        model.priced();
        model.second();
        answer();

        assertThat(asked).containsExactly(ADDRESS);
        assertThat(newer()).isEqualTo("1.1.0");
    }

    @Test
    void while_an_answer_is_waited_for_nobody_is_asked_again_and_nothing_is_said() {
        live();
        model.second();
        now = now.plus(Duration.ofDays(3));
        model.second();

        assertThat(waiting).hasSize(1);
        assertThat(newer()).isEmpty();
    }

    @Test
    void it_is_asked_once_a_day_at_most_and_again_the_next_day_while_running() {
        live();
        answer();
        now = now.plus(Duration.ofHours(23));
        model.second();
        assertThat(waiting).isEmpty();

        newest = "1.2.0";
        now = now.plus(Duration.ofHours(1));
        model.second();
        assertThat(newer()).as("until it answers").isEqualTo("1.1.0");
        answer();

        assertThat(asked).hasSize(2);
        assertThat(newer()).isEqualTo("1.2.0");
    }

    @Test
    void a_new_start_is_no_reason_to_ask_again_and_what_is_known_is_shown() {
        live();
        answer();
        restart("1.0.0");
        now = now.plus(Duration.ofHours(5));
        live();

        assertThat(waiting).isEmpty();
        assertThat(newer()).isEqualTo("1.1.0");
    }

    @Test
    void after_the_update_there_is_nothing_newer_any_more() {
        live();
        answer();
        restart("1.1.0");
        live();

        assertThat(waiting).isEmpty();
        assertThat(newer()).isEmpty();
    }

    @Test
    void a_failure_is_silent_and_not_repeated_before_the_next_day() {
        newest = "";
        live();
        answer();
        assertThat(newer()).isEmpty();
        restart("1.0.0");
        live();
        assertThat(waiting).isEmpty();

        newest = "1.1.0";
        now = now.plus(Duration.ofDays(1));
        model.second();
        answer();
        assertThat(newer()).isEqualTo("1.1.0");
    }

    @Test
    void a_failure_leaves_what_was_known() {
        live();
        answer();
        newest = "";
        now = now.plus(Duration.ofDays(1));
        model.second();
        answer();

        assertThat(newer()).isEqualTo("1.1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0", "0.9.9", "1.0.0-rc.1", "1.0.0+build.7"})
    void what_is_not_newer_is_not_worth_a_word(String told) {
        newest = told;
        live();
        answer();

        assertThat(newer()).isEmpty();
    }

    @Test
    void another_address_is_asked_at_once_and_the_answer_of_the_first_does_not_count() {
        live();
        model.ask(OTHER);
        answer();
        assertThat(newer()).isEmpty();

        model.second();
        answer();

        assertThat(asked).containsExactly(ADDRESS, OTHER);
        assertThat(newer()).isEqualTo("1.1.0");
    }

    @Test
    void whoever_takes_the_address_away_sees_nothing_any_more() {
        live();
        answer();
        model.ask(null);
        assertThat(newer()).isEmpty();
        now = now.plus(Duration.ofDays(2));
        model.second();

        assertThat(waiting).isEmpty();
        assertThat(newer()).isEmpty();
    }

    @Test
    void a_clock_that_was_set_back_does_not_put_it_off() {
        live();
        answer();
        now = now.minus(Duration.ofDays(400));
        model.second();

        assertThat(waiting).hasSize(1);
    }

    @Test
    void a_program_of_no_version_asks_nobody() {
        restart("unknown");
        live();

        assertThat(waiting).isEmpty();
    }

    private UpdateViewModel start(String running) {
        return new UpdateViewModel(running, this::open, this::told, () -> now, waiting::add, Runnable::run);
    }

    private void restart(String running) {
        close();
        model = start(running);
    }

    private Kept<LastInquiry> open() {
        KeptFile<LastInquiry> file =
                new KeptFile<>(directory.resolve("update.json"), new LastInquiryForm(), InstantSource.system());
        Kept<LastInquiry> kept = Kept.open(file, problem -> {
            throw new AssertionError(problem);
        });
        opened.add(kept);
        return kept;
    }

    private Release told(URI address) throws IOException {
        asked.add(address);
        return new Release(
                SemanticVersion.parse(newest).orElseThrow(() -> new IOException("nothing that makes sense")), PAGE);
    }

    private void live() {
        model.ask(ADDRESS);
        model.priced();
        model.second();
    }

    private void answer() {
        waiting.remove().run();
    }

    private String newer() {
        return model.newer().get().map(release -> release.version().toString()).orElse("");
    }
}
