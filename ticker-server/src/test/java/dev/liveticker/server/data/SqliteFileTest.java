package dev.liveticker.server.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions of a database that only this test knows: notes, then notes with a time, then a table of tags besides. */
class SqliteFileTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));

    private static final List<List<String>> STEPS = List.of(
            List.of("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT"),
            List.of(
                    "ALTER TABLE note ADD COLUMN time INTEGER NOT NULL DEFAULT 0",
                    "UPDATE note SET time = id * 1000 WHERE time = 0"),
            List.of("CREATE TABLE tag (note INTEGER NOT NULL, name TEXT NOT NULL) STRICT"));

    private static final List<String> OLD = List.of("1 first", "2 second");

    @TempDir
    Path directory;

    @Test
    void a_new_file_has_the_newest_version_and_no_copy() throws Exception {
        assertThat(open(3)).isEmpty();

        assertThat(version(file())).isEqualTo(3);
        assertThat(files()).containsExactly("notes.db");
    }

    @Test
    void a_file_of_version_1_takes_every_step_and_is_kept_as_it_was() throws Exception {
        fixture();

        assertThat(open(3)).isEqualTo(OLD);

        assertThat(version(file())).isEqualTo(3);
        assertThat(rows(file(), "SELECT time FROM note ORDER BY id")).containsExactly("1000", "2000");
        assertThat(files()).containsExactly("notes.db", "notes.db.version-1");
        assertThat(version(copy())).isEqualTo(1);
        assertThat(rows(copy(), "SELECT id || ' ' || text FROM note")).isEqualTo(OLD);
    }

    @Test
    void twice_is_the_same_as_once_and_step_by_step_the_same_as_at_once() throws Exception {
        fixture();
        open(3);
        byte[] once = Files.readAllBytes(file());
        open(3);
        assertThat(file()).hasBinaryContent(once);
        assertThat(files()).containsExactly("notes.db", "notes.db.version-1");
        List<String> atOnce = dump();

        Files.delete(file());
        Files.delete(copy());
        fixture();
        open(2);
        open(3);

        assertThat(dump()).isEqualTo(atOnce);
        assertThat(files()).containsExactly("notes.db", "notes.db.version-1", "notes.db.version-2");
    }

    @Test
    void after_a_crash_between_the_copy_and_the_steps_nothing_is_lost_and_there_is_one_copy() throws Exception {
        fixture();
        List<List<String>> failing =
                List.of(STEPS.getFirst(), STEPS.get(1), List.of("INSERT INTO note VALUES (1, 'x', 0)"));
        // Not damage, but what a full disk is: the transaction is undone.
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> open(failing));
        assertThat(version(file())).isEqualTo(1);
        assertThat(rows(file(), "SELECT id || ' ' || text FROM note")).isEqualTo(OLD);
        assertThat(files()).containsExactly("notes.db", "notes.db.version-1");
        Files.writeString(directory.resolve("notes.db.version-1.tmp"), "half of a copy");

        assertThat(open(3)).isEqualTo(OLD);

        assertThat(files()).containsExactly("notes.db", "notes.db.version-1");
    }

    @Test
    void another_copy_of_the_same_version_does_not_replace_the_first() throws Exception {
        Files.writeString(copy(), "somebody's own");
        fixture();

        open(3);

        assertThat(copy()).hasContent("somebody's own");
        assertThat(rows(directory.resolve("notes.db.version-1-2"), "SELECT id || ' ' || text FROM note"))
                .isEqualTo(OLD);
    }

    @Test
    void what_is_only_in_the_log_yet_is_in_the_copy_too() throws Exception {
        fixture();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = other.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("INSERT INTO note VALUES (3, 'third')");
            // As after a crash: the log is beside the file, and nobody holds it.
            Path crashed = Files.createDirectory(directory.resolve("crashed"));
            Files.copy(file(), crashed.resolve("notes.db"));
            Files.copy(directory.resolve("notes.db-wal"), crashed.resolve("notes.db-wal"));

            new SqliteFile(crashed.resolve("notes.db"), "the notes in it", true, STEPS)
                    .open(CLOCK, SqliteFileTest::notes);

            assertThat(rows(crashed.resolve("notes.db.version-1"), "SELECT count(*) FROM note"))
                    .containsExactly("3");
            assertThat(rows(crashed.resolve("notes.db"), "SELECT max(time) FROM note"))
                    .containsExactly("3000");
        }
    }

    @Test
    void a_newer_file_is_refused_and_not_touched_however_odd_it_looks() throws Exception {
        fixture();
        sql("PRAGMA user_version = 4");
        byte[] newer = Files.readAllBytes(file());
        // A later SQLite may write what this one takes for damage.
        java.util.Arrays.fill(newer, 100, newer.length, (byte) 0xA5);
        Files.write(file(), newer);

        assertThatExceptionOfType(NewerFileException.class)
                .isThrownBy(() -> open(3))
                .withMessageContaining(file() + " is of version 4")
                .withMessageContaining("up to 3")
                .satisfies(refusal -> assertThat(refusal.file() + refusal.version() + refusal.known())
                        .isEqualTo(file() + "43"));

        assertThat(file()).hasBinaryContent(newer);
        assertThat(files()).containsExactly("notes.db");
    }

    @Test
    void a_newer_version_that_only_the_log_tells_of_is_refused_too() throws Exception {
        fixture();
        sql("PRAGMA journal_mode = WAL");
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = other.createStatement()) {
            statement.execute("PRAGMA user_version = 4");
            assertThat(FileHead.version(file())).isEqualTo(1);

            assertThatExceptionOfType(NewerFileException.class).isThrownBy(() -> open(3));
        }
        assertThat(version(file())).isEqualTo(4);
        assertThat(files()).containsExactly("notes.db");
    }

    @Test
    void a_version_below_zero_is_damage() throws Exception {
        fixture();
        sql("PRAGMA user_version = -1");

        assertThat(open(3)).isEmpty();

        assertThat(files()).containsExactly("notes.db", "notes.db.damaged-20260102-030405");
    }

    private void fixture() throws IOException {
        try (InputStream old = SqliteFileTest.class.getResourceAsStream("notes-version-1.db")) {
            Files.copy(old, file());
        }
    }

    private List<String> open(int version) throws IOException {
        return open(STEPS.subList(0, version));
    }

    private List<String> open(List<List<String>> steps) throws IOException {
        return new SqliteFile(file(), "the notes in it", true, steps).open(CLOCK, SqliteFileTest::notes);
    }

    private static List<String> notes(Connection connection) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            return strings(statement.executeQuery("SELECT id || ' ' || text FROM note ORDER BY id"));
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement change = connection.createStatement()) {
            change.execute(statement);
        }
    }

    private static int version(Path file) throws SQLException {
        return Integer.parseInt(rows(file, "PRAGMA user_version").getFirst());
    }

    /** All there is: tables and what is in them. */
    private List<String> dump() throws SQLException {
        List<String> all = new ArrayList<>(rows(file(), "SELECT sql FROM sqlite_schema ORDER BY name"));
        all.addAll(rows(file(), "SELECT id || text || time FROM note ORDER BY id"));
        return all;
    }

    private static List<String> rows(Path file, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            return strings(statement.executeQuery(query));
        }
    }

    private static List<String> strings(ResultSet rows) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (rows) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }

    private Path file() {
        return directory.resolve("notes.db");
    }

    private Path copy() {
        return directory.resolve("notes.db.version-1");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("crashed"))
                    .sorted()
                    .toList();
        }
    }
}
