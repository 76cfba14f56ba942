package dev.liveticker.desktop.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    Path directory;

    @Test
    void a_file_that_is_not_there_is_awaited() throws Exception {
        LogTail tail = new LogTail(log());
        assertThat(tail.look().missing()).isTrue();

        append("one\ntwo\n");

        LogTail.Found found = tail.look();
        assertThat(found.missing()).isFalse();
        assertThat(texts(found)).containsExactly("one", "two");
    }

    @Test
    void what_is_added_comes_once_and_whole() throws Exception {
        append("one\n");
        LogTail tail = new LogTail(log());
        tail.look();
        append("two\nthr");
        assertThat(texts(tail.look())).containsExactly("two");
        assertThat(tail.look().lines()).isEmpty();
        append("ee \u00e4\n");

        assertThat(texts(tail.look())).containsExactly("three \u00e4");
    }

    @Test
    void of_a_long_file_only_the_end_is_read() throws Exception {
        String line = "x".repeat(99) + "\n";
        append(line.repeat(LogTail.MOST_BYTES / 100 + 1_000) + "the end\n");

        LogTail.Found found = new LogTail(log()).look();

        assertThat(found.skipped()).isTrue();
        assertThat(found.lines().getLast().text()).isEqualTo("the end");
        assertThat(found.lines().getFirst().text()).as("a whole line").hasSize(99);
        assertThat(found.lines()).hasSizeLessThanOrEqualTo(LogTail.MOST_BYTES / 100 + 1);
    }

    @Test
    void a_burst_longer_than_one_look_is_cut_short() throws Exception {
        append("one\n");
        LogTail tail = new LogTail(log());
        tail.look();
        append(("y".repeat(99) + "\n").repeat(LogTail.MOST_BYTES / 100 + 1_000) + "newest\n");

        LogTail.Found found = tail.look();

        assertThat(found.skipped()).isTrue();
        assertThat(found.lines().getLast().text()).isEqualTo("newest");
    }

    @Test
    void a_file_that_is_turned_over_is_followed_without_losing_a_line() throws Exception {
        append("one\n");
        LogTail tail = new LogTail(log());
        tail.look();
        append("last of the old\n");
        Files.move(log(), directory.resolve("live-ticker.log.1"));
        append("first of the new\n");

        assertThat(texts(tail.look())).containsExactly("last of the old", "first of the new");
        append("second of the new\n");
        assertThat(texts(tail.look())).containsExactly("second of the new");
    }

    @Test
    void a_file_that_is_gone_and_comes_again_is_read_from_its_beginning() throws Exception {
        append("one\ntwo\nthree\n");
        LogTail tail = new LogTail(log());
        tail.look();
        Files.delete(log());
        assertThat(tail.look().missing()).isTrue();
        append("new\n");

        assertThat(texts(tail.look())).containsExactly("new");
    }

    @Test
    void a_file_that_is_emptied_in_its_place_is_read_from_its_beginning() throws Exception {
        append("one\ntwo\nthree\n");
        LogTail tail = new LogTail(log());
        tail.look();
        Files.writeString(log(), "new\n");

        assertThat(texts(tail.look())).containsExactly("new");
    }

    @Test
    void a_stack_trace_is_as_serious_as_the_message_it_belongs_to() throws Exception {
        append("""
                2026-01-02 03:04:05.678 INFO  [main] d.l.Main - hello
                2026-01-02 03:04:05.678 ERROR [main] d.l.Main - oh
                java.lang.IllegalStateException: no
                \tat dev.liveticker.Main
                2026-01-02 03:04:05.678 WARN  [main] d.l.Main - well
                2026-01-02 03:04:05.678 DEBUG [main] d.l.Main - ERROR is but a word here
                """);

        assertThat(new LogTail(log()).look().lines())
                .extracting(LogLine::level)
                .containsExactly(
                        LogLine.Level.INFO,
                        LogLine.Level.ERROR,
                        LogLine.Level.ERROR,
                        LogLine.Level.ERROR,
                        LogLine.Level.WARN,
                        LogLine.Level.DEBUG);
    }

    @Test
    void a_line_without_end_is_cut() throws Exception {
        append("z".repeat(LogLine.LONGEST * 3) + "\n");

        assertThat(new LogTail(log()).look().lines().getFirst().text()).hasSize(LogLine.LONGEST);
    }

    @Test
    void bytes_that_are_no_letters_do_no_harm() throws Exception {
        Files.write(log(), new byte[] {(byte) 0xff, (byte) 0xc3, 0, '\n', 'o', 'k', '\n'});

        assertThat(new LogTail(log()).look().lines().getLast().text()).isEqualTo("ok");
    }

    private Path log() {
        return directory.resolve("live-ticker.log");
    }

    private void append(String text) throws IOException {
        Files.writeString(log(), text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static List<String> texts(LogTail.Found found) {
        return found.lines().stream().map(LogLine::text).toList();
    }
}
