package dev.liveticker.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.storage.KeptFile;
import dev.liveticker.feed.Transport;
import dev.liveticker.feed.tls.Fingerprint;
import dev.liveticker.feed.tls.HostPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T10:00:00Z"));

    private static final Settings ALL_SET = new Settings(
            URI.create("https://feed.example:8443"),
            new AccessToken(URI.create("https://feed.example:8443"), "abc.def.ghi"),
            Transport.LONG_POLLING,
            new Wire(true, false, 2.5),
            new Appearance(ThemeChoice.DARK, TickColours.BLUE_UP, Language.GERMAN, 1.5, false, true, 80),
            new Notices(false, false),
            List.of(Some.BTC, Some.AAPL),
            new WindowPlace(10, 20, 1300, 900, true, 0.4),
            Map.of(new HostPort("feed.example", 8443), new Fingerprint("AB".repeat(32))),
            URI.create("https://updates.example/live-ticker.json"));

    @TempDir
    Path directory;

    @Test
    void whether_a_server_is_named_is_seen_at_a_glance() throws IOException {
        assertThat(SettingsFile.namesServer(directory)).as("no file").isFalse();
        new SettingsFile(directory, CLOCK).save(ALL_SET);
        assertThat(SettingsFile.namesServer(directory)).isTrue();
        new SettingsFile(directory, CLOCK).save(ALL_SET.withServer(null));
        assertThat(SettingsFile.namesServer(directory)).isFalse();

        Files.writeString(directory.resolve("settings.json"), "{broken");
        assertThat(SettingsFile.namesServer(directory)).isFalse();
        assertThat(directory).as("left to whoever loads it").isDirectoryNotContaining("glob:**broken*");
    }

    @Test
    void what_is_saved_is_read_again() throws IOException {
        file().save(ALL_SET);

        KeptFile.Loaded<Settings> loaded = file().load();

        assertThat(loaded.value()).isEqualTo(ALL_SET);
        assertThat(loaded.problems()).isEmpty();
    }

    @Test
    void a_token_is_for_the_owner_s_eyes_alone_and_in_no_log() throws IOException {
        file().save(ALL_SET);

        assertThat(Files.getPosixFilePermissions(path())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(ALL_SET.toString()).contains("a token for").doesNotContain("abc.def.ghi");
    }

    @Test
    void without_a_file_the_defaults_are_in_force() {
        assertThat(file().load()).isEqualTo(new KeptFile.Loaded<>(Settings.defaults(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "not json", "[]", "null", "{\"theme\":\"dark\"", "{\"theme\":\"dark\"} x", "\u0000"})
    void a_broken_file_is_set_aside_and_said_so(String content) throws IOException {
        Files.writeString(path(), content);

        KeptFile.Loaded<Settings> loaded = file().load();

        assertThat(loaded.value()).isEqualTo(Settings.defaults());
        assertThat(loaded.problems()).singleElement().asString().contains("settings.json.broken-");
        assertThat(Files.exists(path())).isFalse();
        assertThat(brokenFiles())
                .singleElement()
                .satisfies(aside -> assertThat(aside).hasContent(content));
    }

    @Test
    void a_second_broken_file_does_not_replace_the_first() throws IOException {
        Files.writeString(path(), "{1");
        file().load();
        Files.writeString(path(), "{2");
        file().load();

        assertThat(brokenFiles()).hasSize(2);
    }

    @Test
    void values_that_cannot_be_are_replaced_one_by_one() throws IOException {
        Files.writeString(path(), """
                {"version":1, "server":"ftp://x", "transport":"pigeon", "theme":"dark", "flash":"maybe",
                 "quotesPerSecond":-4,
                 "watchlist":["AAPL", "not a symbol", 5, "aapl", "BTC-USD"],
                 "window":{"x":0,"y":0,"width":1e99,"height":800,"divider":0.5}}""");

        KeptFile.Loaded<Settings> loaded = file().load();

        assertThat(loaded.value().theme()).isEqualTo(ThemeChoice.DARK);
        assertThat(loaded.value().server()).isNull();
        assertThat(loaded.value().transport()).isNull();
        assertThat(loaded.value().flash()).isTrue();
        assertThat(loaded.value().wire().quotesPerSecond()).isNull();
        assertThat(loaded.value().watchlist()).containsExactly(Some.AAPL, Some.BTC);
        assertThat(loaded.value().window()).isNull();
        assertThat(loaded.problems())
                .containsExactly(
                        "Settings: some values made no sense and were replaced: Server, Transport, Quotes a second, "
                                + "Flash on ticks, Watchlist, Window.");
    }

    @Test
    void a_certificate_that_cannot_be_is_forgotten_and_the_others_stay() throws IOException {
        Files.writeString(path(), """
                {"version":1, "certificates":{"feed.example:8443":"SHA256:%s", "nowhere":"SHA256:00", "a:1":7}}""".formatted("ab".repeat(32)));

        KeptFile.Loaded<Settings> loaded = file().load();

        assertThat(loaded.value().pins()).isEqualTo(ALL_SET.pins());
        assertThat(loaded.problems()).singleElement().asString().contains("Trusted certificates");
    }

    @Test
    void a_certificate_is_trusted_for_its_server_alone() {
        assertThat(ALL_SET.pin()).isEqualTo(new Fingerprint("AB".repeat(32)));
        assertThat(ALL_SET.withServer(URI.create("https://feed.example")).pin()).isNull();
        assertThat(ALL_SET.withServer(URI.create("http://feed.example:8443")).pin())
                .isNull();
        assertThat(ALL_SET.withServer(null).pin()).isNull();
    }

    @Test
    void an_emptied_watchlist_stays_empty() throws IOException {
        file().save(Settings.defaults().withWatchlist(List.of()));

        assertThat(file().load().value().watchlist()).isEmpty();
    }

    @Test
    void fields_of_another_version_are_kept() throws IOException {
        Files.writeString(path(), "{\"version\":1,\"alerts\":{\"sound\":true}}");
        SettingsFile file = file();
        file.load();

        file.save(ALL_SET);

        assertThat(Files.readString(path())).contains("\"alerts\"", "\"sound\" : true", "\"long-polling\"");
        assertThat(file().load().value()).isEqualTo(ALL_SET);
    }

    @Test
    void a_file_of_a_newer_version_is_neither_read_nor_overwritten() throws IOException {
        String newer = "{\"version\":2,\"theme\":\"dark\",\"server\":\"https://feed.example\"}";
        Files.writeString(path(), newer);
        SettingsFile file = file();

        KeptFile.Loaded<Settings> loaded = file.load();
        file.save(ALL_SET);

        assertThat(loaded.value()).isEqualTo(Settings.defaults());
        assertThat(loaded.problems())
                .containsExactly("Settings: the file " + path() + " is of version 2, and this program knows versions up"
                        + " to 1. It is left as it is: what you see are the defaults, and changes are not saved.");
        assertThat(SettingsFile.namesServer(directory))
                .as("a server that is not gone to")
                .isFalse();
        assertThat(path()).hasContent(newer);
    }

    @Test
    void a_file_of_absurd_size_is_set_aside_unread() throws IOException {
        Files.writeString(path(), " ".repeat(2_000_000));

        assertThat(file().load().problems()).hasSize(1);
        assertThat(brokenFiles()).hasSize(1);
    }

    @Test
    void a_crash_while_writing_leaves_the_file_as_it_was() throws IOException {
        file().save(ALL_SET);
        Files.writeString(directory.resolve("settings123.tmp"), "{\"half\":");

        assertThat(file().load().value()).isEqualTo(ALL_SET);
    }

    @Test
    void when_it_cannot_be_written_the_error_is_told_and_nothing_is_left_behind() throws IOException {
        Path blocked = directory.resolve("blocked");
        Files.createDirectories(blocked.resolve("settings.json").resolve("in the way"));
        SettingsFile file = new SettingsFile(blocked, CLOCK);

        assertThatThrownBy(() -> file.save(ALL_SET)).isInstanceOf(IOException.class);

        try (Stream<Path> files = Files.list(blocked)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void two_programs_that_save_at_once_leave_a_whole_file() throws Exception {
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (ThemeChoice theme : ThemeChoice.values()) {
            writers.add(CompletableFuture.runAsync(
                    () -> saveManyTimes(Settings.defaults().withTheme(theme))));
        }
        CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new)).get();

        assertThat(file().load().problems()).isEmpty();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(path());
        }
    }

    @Property(tries = 200)
    void no_content_whatever_makes_loading_fail(@ForAll byte[] content) throws IOException {
        Path somewhere = Files.createTempDirectory("settings");
        Files.write(somewhere.resolve("settings.json"), content);

        assertThat(new SettingsFile(somewhere, CLOCK).load().value()).isNotNull();

        try (Stream<Path> files = Files.list(somewhere)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(somewhere);
    }

    private void saveManyTimes(Settings settings) {
        try {
            SettingsFile file = file();
            for (int i = 0; i < 30; i++) {
                file.save(settings);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SettingsFile file() {
        return new SettingsFile(directory, CLOCK);
    }

    private Path path() {
        return directory.resolve("settings.json");
    }

    private List<Path> brokenFiles() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("settings.json.broken-"))
                    .toList();
        }
    }
}
