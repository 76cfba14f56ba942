package dev.liveticker.desktop.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class KeptFileVersionsTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T10:00:00Z"));
    private static final List<String> NOTES = List.of("buy milk red", "call Ana red");

    /** The machine goes down. */
    private static final class Crash extends Error {}

    @TempDir
    Path directory;

    @Test
    void a_file_of_version_1_takes_every_step_and_is_kept_as_it_was() throws Exception {
        byte[] old = fixture("notes-version-1.json");
        Files.write(file(), old);

        KeptFile.Loaded<List<String>> loaded = open(NotesForm.THIRD).load();

        assertThat(loaded.value()).isEqualTo(NOTES);
        assertThat(loaded.problems()).as("nothing that anybody has to know").isEmpty();
        assertThat(tree(file()).path("version").asInt()).isEqualTo(3);
        assertThat(tree(file()).path("somebody else's").size()).isEqualTo(2);
        assertThat(copy(1)).hasBinaryContent(old);
        assertThat(files()).containsExactly("notes.json", "notes.json.version-1");
    }

    @Test
    void a_file_of_version_2_takes_the_last_step_alone() throws Exception {
        byte[] old = fixture("notes-version-2.json");
        Files.write(file(), old);

        assertThat(open(NotesForm.THIRD).load().value()).isEqualTo(NOTES);

        assertThat(copy(2)).hasBinaryContent(old);
        assertThat(files()).containsExactly("notes.json", "notes.json.version-2");
    }

    @Test
    void one_step_makes_of_version_1_what_version_2_looks_like() throws Exception {
        Files.write(file(), fixture("notes-version-1.json"));

        open(NotesForm.SECOND).load();

        assertThat(tree(file())).isEqualTo(JsonMapper.shared().readTree(fixture("notes-version-2.json")));
    }

    @Test
    void what_is_changed_afterwards_is_saved_in_the_new_version_and_the_copy_stays() throws Exception {
        byte[] old = fixture("notes-version-1.json");
        Files.write(file(), old);
        KeptFile<List<String>> kept = open(NotesForm.THIRD);
        kept.load();

        kept.save(NOTES);

        assertThat(tree(file()).path("version").asInt()).isEqualTo(3);
        assertThat(tree(file()).path("saved").asInt()).isEqualTo(2);
        assertThat(copy(1)).hasBinaryContent(old);
    }

    @Property(tries = 150)
    void twice_is_the_same_as_once_and_step_by_step_the_same_as_at_once(@ForAll("olderFiles") ObjectNode old)
            throws Exception {
        byte[] content = JsonMapper.shared().writeValueAsBytes(old);
        Path once = Files.createTempDirectory("once");
        Path stepwise = Files.createTempDirectory("stepwise");
        try {
            Files.write(once.resolve("notes.json"), content);
            Files.write(stepwise.resolve("notes.json"), content);

            KeptFile.Loaded<List<String>> first = open(once, NotesForm.THIRD).load();
            byte[] updated = Files.readAllBytes(once.resolve("notes.json"));
            KeptFile.Loaded<List<String>> second = open(once, NotesForm.THIRD).load();
            open(stepwise, NotesForm.SECOND).load();
            open(stepwise, NotesForm.THIRD).load();

            assertThat(second).isEqualTo(first);
            assertThat(once.resolve("notes.json")).hasBinaryContent(updated);
            assertThat(tree(stepwise.resolve("notes.json"))).isEqualTo(tree(once.resolve("notes.json")));
            assertThat(once.resolve("notes.json.version-1")).hasBinaryContent(content);
            assertThat(files(once)).hasSize(2);
        } finally {
            delete(once);
            delete(stepwise);
        }
    }

    @Provide
    Arbitrary<ObjectNode> olderFiles() {
        Arbitrary<String> texts =
                Arbitraries.strings().alpha().withChars("; \"\\\n\u00e4\u20ac").ofMaxLength(20);
        return Arbitraries.maps(Arbitraries.of("text", "colour", "other", "notes", "saved"), texts)
                .map(fields -> {
                    ObjectNode root = JsonMapper.shared().createObjectNode();
                    fields.forEach(root::put);
                    return root;
                });
    }

    /** The writes are those of the copy and of the file; a crash comes before one is done, or right after it. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void a_crash_at_any_moment_loses_nothing(int moment) throws Exception {
        byte[] old = fixture("notes-version-1.json");
        Files.write(file(), old);
        int[] passed = {0};
        Disk failing = (place, content) -> {
            crashAt(moment, passed);
            WholeFile.write(place, content);
            crashAt(moment, passed);
        };
        assertThatExceptionOfType(Crash.class)
                .isThrownBy(() -> new KeptFile<>(file(), NotesForm.THIRD, CLOCK, failing).load());
        assertThat(Files.exists(copy(1)) ? Files.readAllBytes(copy(1)) : Files.readAllBytes(file()))
                .as("it is somewhere")
                .isEqualTo(old);

        KeptFile.Loaded<List<String>> loaded = open(NotesForm.THIRD).load();

        assertThat(loaded).isEqualTo(new KeptFile.Loaded<>(NOTES, List.of()));
        assertThat(copy(1)).hasBinaryContent(old);
        assertThat(files()).containsExactly("notes.json", "notes.json.version-1");
    }

    private static void crashAt(int moment, int[] passed) {
        if (passed[0]++ == moment) {
            throw new Crash();
        }
    }

    @Test
    void where_no_copy_can_be_written_the_file_stays_as_it_is_and_nothing_is_saved() throws Exception {
        byte[] old = fixture("notes-version-1.json");
        Files.write(file(), old);
        KeptFile<List<String>> kept = new KeptFile<>(file(), NotesForm.THIRD, CLOCK, (place, content) -> {
            throw new IOException("disk full");
        });

        KeptFile.Loaded<List<String>> loaded = kept.load();
        kept.save(List.of());

        assertThat(loaded.value()).as("what it says holds all the same").isEqualTo(NOTES);
        assertThat(loaded.problems())
                .singleElement()
                .asString()
                .contains("Notes", file().toString(), "older version", "not saved");
        assertThat(file()).hasBinaryContent(old);
        assertThat(files()).containsExactly("notes.json");
    }

    @Test
    void a_copy_of_something_else_is_not_replaced() throws Exception {
        byte[] old = fixture("notes-version-1.json");
        Files.writeString(copy(1), "of the year before");
        Files.write(file(), old);

        open(NotesForm.THIRD).load();

        assertThat(copy(1)).hasContent("of the year before");
        assertThat(directory.resolve("notes.json.version-1-2")).hasBinaryContent(old);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "2147483647", "99999999999999999999999999"})
    void a_newer_file_is_neither_read_nor_written_and_said_so_with_its_version(String version) throws Exception {
        String newer = "{\"version\":" + version + ",\"text\":\"of the future\"}";
        Files.writeString(file(), newer);
        KeptFile<List<String>> kept = open(NotesForm.SECOND);

        KeptFile.Loaded<List<String>> loaded = kept.load();
        kept.save(NOTES);

        assertThat(loaded.value()).isEmpty();
        assertThat(loaded.problems())
                .singleElement()
                .asString()
                .contains("Notes", file().toString(), "up to 2", "not saved")
                .contains(version.length() > 10 ? "version 2147483647" : "version " + version);
        assertThat(file()).hasContent(newer);
        assertThat(files()).containsExactly("notes.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "\"2\"", "true", "[1]", "-99999999999999999999"})
    void what_is_no_number_of_a_version_is_a_broken_file(String version) throws Exception {
        String broken = "{\"version\":" + version + ",\"text\":\"a\"}";
        Files.writeString(file(), broken);

        assertThat(open(NotesForm.THIRD).load().problems())
                .singleElement()
                .asString()
                .contains("broken");

        assertThat(files()).singleElement().asString().startsWith("notes.json.broken-");
        assertThat(directory.resolve(files().getFirst())).hasContent(broken);
    }

    @Test
    void a_file_that_is_not_what_its_version_says_is_set_aside_and_there_is_no_copy_of_it() throws Exception {
        Files.writeString(file(), "{\"version\":2,\"notes\":\"none\"}");
        KeptFile<List<String>> kept = open(NotesForm.THIRD);

        assertThat(kept.load().problems()).singleElement().asString().contains("broken");
        kept.save(NOTES);

        assertThat(files()).hasSize(2).allMatch(name -> name.equals("notes.json") || name.contains(".broken-"));
        assertThat(tree(file()).propertyNames()).as("nothing of it goes on").containsExactly("version", "saved");
    }

    private KeptFile<List<String>> open(NotesForm form) {
        return open(directory, form);
    }

    private static KeptFile<List<String>> open(Path directory, NotesForm form) {
        return new KeptFile<>(directory.resolve("notes.json"), form, CLOCK);
    }

    private static JsonNode tree(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readAllBytes(file));
    }

    private static byte[] fixture(String name) throws IOException {
        try (InputStream file = KeptFileVersionsTest.class.getResourceAsStream(name)) {
            return file.readAllBytes();
        }
    }

    private Path file() {
        return directory.resolve("notes.json");
    }

    private Path copy(int version) {
        return directory.resolve("notes.json.version-" + version);
    }

    private List<String> files() throws IOException {
        return files(directory);
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
