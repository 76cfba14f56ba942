package dev.liveticker.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateSettingsTest {

    private static final URI ADDRESS = URI.create("https://updates.example/newest.json");

    @TempDir
    Path directory;

    private SettingsStore store;
    private UpdateSettings updates;

    @BeforeEach
    void open() {
        store = new SettingsStore(
                new SettingsFile(directory, InstantSource.system()), Settings.defaults(), Settings.defaults());
        updates = new SettingsViewModel(store).updates();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void nobody_is_asked_at_first() {
        assertThat(Settings.defaults().updates()).isNull();
        assertThat(updates.address().get()).isEmpty();
    }

    @Test
    void an_address_is_in_force_once_it_is_accepted_and_is_taken_back_by_deleting_it() {
        updates.address().set(" " + ADDRESS + " ");
        assertThat(store.get().updates()).isNull();
        updates.accept();
        assertThat(store.get().updates()).isEqualTo(ADDRESS);

        updates.address().set("  ");
        updates.accept();
        assertThat(store.get().updates()).isNull();
        assertThat(updates.problem().get()).isEmpty();
    }

    @Test
    void what_cannot_be_asked_is_said_so_and_the_one_in_force_stays() {
        store.change(settings -> settings.withUpdates(ADDRESS));
        assertThat(updates.address().get()).isEqualTo(ADDRESS.toString());

        updates.address().set("http://updates.example/newest.json");
        updates.accept();
        assertThat(updates.problem().get()).contains("https://");
        assertThat(store.get().updates()).isEqualTo(ADDRESS);

        updates.address().set("http://updates.example/newest.jso");
        assertThat(updates.problem().get()).as("somebody types on").isEmpty();
    }
}
