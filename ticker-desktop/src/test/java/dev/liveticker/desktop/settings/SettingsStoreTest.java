package dev.liveticker.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.desktop.fake.Some;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {

    @TempDir
    Path directory;

    @Test
    void a_change_is_on_the_disk_soon_without_closing() {
        SettingsStore store = store(Settings.defaults());

        store.change(settings -> settings.withWatchlist(List.of(Some.BTC)));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(saved().watchlist()).containsExactly(Some.BTC));
        store.close();
    }

    @Test
    void closing_saves_what_is_not_saved_yet() {
        SettingsStore store = store(Settings.defaults());
        for (int i = 0; i < 50; i++) {
            boolean flash = i % 2 == 0;
            store.change(settings -> settings.withFlash(flash));
        }
        store.change(settings -> settings.withTheme(ThemeChoice.DARK));

        store.close();

        assertThat(saved().theme()).isEqualTo(ThemeChoice.DARK);
        assertThat(saved().flash()).isFalse();
    }

    @Test
    void without_a_change_nothing_is_written() {
        SettingsStore store = store(Settings.defaults());
        store.change(settings -> settings.withFlash(true));
        store.close();

        assertThat(Files.exists(directory.resolve("settings.json"))).isFalse();
    }

    @Test
    void what_was_given_for_this_time_is_not_kept() {
        Settings kept = Settings.defaults();
        Settings started = kept.withServer(URI.create("http://other:1"))
                .withAppearance(kept.appearance()
                        .withTheme(ThemeChoice.DARK)
                        .withLanguage(Language.GERMAN)
                        .withTextScale(1.5));
        SettingsStore store = new SettingsStore(file(), kept, started);
        assertThat(store.settings().get().server()).isEqualTo(URI.create("http://other:1"));

        store.change(settings -> settings.withFlash(false));
        store.close();

        assertThat(saved()).isEqualTo(kept.withFlash(false));
    }

    @Test
    void what_the_user_then_chooses_is_kept() {
        SettingsStore store = new SettingsStore(
                file(), Settings.defaults(), Settings.defaults().withServer(URI.create("http://other:1")));

        store.change(settings -> settings.withServer(URI.create("http://third:1")));
        store.close();

        assertThat(saved().server()).isEqualTo(URI.create("http://third:1"));
    }

    @Test
    void what_the_user_chooses_is_kept_even_if_it_is_what_was_given_for_this_time() {
        Settings kept = Settings.defaults().withTheme(ThemeChoice.LIGHT);
        SettingsStore store = new SettingsStore(file(), kept, kept.withTheme(ThemeChoice.DARK));

        store.change(settings -> settings.withTheme(ThemeChoice.LIGHT));
        store.change(settings -> settings.withTheme(ThemeChoice.DARK));
        store.close();

        assertThat(saved().theme()).isEqualTo(ThemeChoice.DARK);
    }

    private SettingsStore store(Settings settings) {
        return new SettingsStore(file(), settings, settings);
    }

    private SettingsFile file() {
        return new SettingsFile(directory, InstantSource.system());
    }

    private Settings saved() {
        return file().load().value();
    }
}
