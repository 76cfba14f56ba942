package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.server.alert.AlertStore;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageTest {

    @TempDir
    private Path folder;

    @Test
    void what_was_given_away_is_left_to_who_has_it_since_closing_may_hang_with_its_disk() throws IOException {
        // A file beside the database's own is there as long as that is open.
        Path open = folder.resolve("alerts.db-wal");
        Storage storage = Storage.open(folder);
        AlertStore alerts = storage.alerts();
        assertThat(open).exists();

        storage.close();
        assertThat(open).exists();
        alerts.close();
        assertThat(open).doesNotExist();
    }

    @Test
    void what_nobody_took_is_closed() throws IOException {
        Path open = folder.resolve("alerts.db-wal");
        Storage storage = Storage.open(folder);
        assertThat(open).exists();

        storage.close();
        assertThat(open).doesNotExist();
    }
}
