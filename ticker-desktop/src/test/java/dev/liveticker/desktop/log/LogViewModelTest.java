package dev.liveticker.desktop.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogViewModelTest {

    private static final String STAMP = "2026-01-02 03:04:05.678 ";

    @TempDir
    Path directory;

    private final Queue<Runnable> reading = new ArrayDeque<>();
    private final List<Path> revealed = new ArrayList<>();

    @Test
    void nothing_is_read_on_the_threads_of_whoever_asks() throws Exception {
        append(STAMP + "INFO  hello\n");
        LogViewModel log = log();
        log.refresh();
        log.refresh();
        assertThat(log.lines()).isEmpty();
        assertThat(reading).as("one at a time").hasSize(1);

        read();

        assertThat(log.lines()).hasSize(1);
    }

    @Test
    void lines_that_were_left_out_are_told_where_they_are_missing() throws Exception {
        append("first\n");
        LogViewModel log = log();
        look(log);
        append("x".repeat(LogTail.MOST_BYTES) + "\nlast\n");

        look(log);

        assertThat(texts(log)).hasSize(3).startsWith("first").endsWith("last");
        assertThat(texts(log).get(1)).contains("left out");
    }

    @Test
    void level_and_search_hold_for_what_is_there_and_for_what_comes() throws Exception {
        append(STAMP + "INFO  connected\n" + STAMP + "WARN  slow\n" + STAMP + "ERROR broken\n at Somewhere\n");
        LogViewModel log = log();
        look(log);
        log.least().set(LogLine.Level.WARN);
        assertThat(texts(log)).containsExactly(STAMP + "WARN  slow", STAMP + "ERROR broken", " at Somewhere");
        log.search().set("  SLOW ");
        assertThat(texts(log)).containsExactly(STAMP + "WARN  slow");

        append(STAMP + "WARN  slow again\n" + STAMP + "WARN  other\n" + STAMP + "INFO  slow\n");
        look(log);
        assertThat(texts(log)).containsExactly(STAMP + "WARN  slow", STAMP + "WARN  slow again");

        log.search().set("");
        log.least().set(LogLine.Level.DEBUG);
        assertThat(log.lines()).hasSize(7);
    }

    @Test
    void it_never_holds_more_lines_than_its_bound() throws Exception {
        LogViewModel log = log();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LogViewModel.MOST_LINES; i++) {
            text.append("line ").append(i).append('\n');
        }
        append(text.toString());
        look(log);
        assertThat(log.lines()).hasSize(LogViewModel.MOST_LINES);

        append("newest\n");
        look(log);

        assertThat(log.lines()).hasSize(LogViewModel.MOST_LINES);
        assertThat(log.lines().getFirst().text()).isEqualTo("line 1");
        assertThat(log.lines().getLast().text()).isEqualTo("newest");
        append(text + text.toString());
        look(log);
        assertThat(log.lines()).hasSize(LogViewModel.MOST_LINES);
    }

    @Test
    void a_missing_file_is_said_and_forgotten_when_it_comes() throws Exception {
        LogViewModel log = log();
        look(log);
        assertThat(log.note().get()).contains("live-ticker.log");

        append("here\n");
        look(log);

        assertThat(log.note().get()).isEmpty();
        assertThat(log.lines()).hasSize(1);
    }

    @Test
    void a_file_that_cannot_be_read_is_said_and_tried_again() throws Exception {
        Files.createDirectory(file());
        LogViewModel log = log();
        look(log);
        assertThat(log.note().get()).startsWith("The log cannot be read");

        Files.delete(file());
        append("here\n");
        look(log);
        assertThat(log.note().get()).isEmpty();
    }

    @Test
    void what_is_copied_is_what_was_chosen_or_all_that_shows() throws Exception {
        append("one\ntwo\nthree\n");
        LogViewModel log = log();
        look(log);

        assertThat(log.copied(log.lines().subList(1, 2))).isEqualTo("two\n");
        assertThat(log.copied(List.of())).isEqualTo("one\ntwo\nthree\n");
        log.showInFolder();
        assertThat(revealed).containsExactly(file());
    }

    private LogViewModel log() {
        return new LogViewModel(file(), reading::add, Runnable::run, revealed::add);
    }

    private void look(LogViewModel log) {
        log.refresh();
        read();
    }

    private void read() {
        while (!reading.isEmpty()) {
            reading.remove().run();
        }
    }

    private Path file() {
        return directory.resolve("live-ticker.log");
    }

    private void append(String text) throws IOException {
        Files.writeString(file(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static List<String> texts(LogViewModel log) {
        return log.lines().stream().map(LogLine::text).toList();
    }
}
