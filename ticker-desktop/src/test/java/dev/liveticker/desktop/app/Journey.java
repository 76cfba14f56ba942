package dev.liveticker.desktop.app;

import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.settings.Settings;
import dev.liveticker.desktop.settings.SettingsFile;
import dev.liveticker.message.Snapshot;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a person does with a desktop that is open and live. Its feed does what the test says, and has delivered a price
 * of each symbol on the watchlist.
 */
abstract class Journey {

    @TempDir
    Path directory;

    final FakeBackend backend = FakeBackend.ready();
    OpenDesktop desktop;

    /** The watchlist, and what it begins with. */
    List<Snapshot> prices() {
        return List.of(Some.snapshot(Some.AAPL, "189.25", "188.46"), Some.snapshot(Some.MSFT, "402.10", "402.54"));
    }

    @BeforeEach
    final void open() throws Exception {
        OpenDesktop.settings(
                directory,
                Settings.defaults()
                        .withWatchlist(prices().stream().map(Snapshot::symbol).toList()));
        start(backend);
    }

    /** Opens it, or opens it again on what the one before has kept. */
    final void start(FakeBackend on) throws Exception {
        on.marketData.answerAtOnce();
        desktop = OpenDesktop.live(directory, on, prices().toArray(Snapshot[]::new));
    }

    @AfterEach
    final void close() {
        desktop.close();
    }

    final FakeFeed feed() {
        return backend.feed();
    }

    /** The settings on the disk. */
    final Settings saved() {
        return new SettingsFile(directory, InstantSource.system()).load().value();
    }
}
