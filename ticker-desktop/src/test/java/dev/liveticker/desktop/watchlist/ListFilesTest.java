package dev.liveticker.desktop.watchlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListFilesTest {

    @TempDir
    Path directory;

    private final WatchlistViewModel watchlist = new WatchlistViewModel(
            new FakeFeed(),
            new InstrumentDirectory(new FakeMarketData(), Runnable::run),
            Watchlists.of(List.of(Some.AAPL, Some.MSFT)));
    private final ListsViewModel lists = new ListsViewModel(watchlist);
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final ListFiles files = new ListFiles(lists, tasks::add);

    @Test
    void a_list_that_is_saved_says_where_and_comes_back() {
        Path file = directory.resolve("Mine.csv");

        finish(files.save(file, lists.exportCsv(List.of(Column.SYMBOL))));
        assertThat(said()).isEqualTo("Saved as " + file);
        assertThat(file).hasContent("symbol\r\nAAPL\r\nMSFT\r\n");

        finish(files.open(file));
        assertThat(said()).isEqualTo("Mine imported, symbols: 2");
    }

    @Test
    void what_failed_is_said_with_its_file() {
        Path nowhere = directory.resolve("nowhere").resolve("list.csv");

        finish(files.open(nowhere));
        assertThat(said()).isEqualTo(nowhere + " could not be read: there is no such file or folder");
        finish(files.save(nowhere, "symbol"));
        assertThat(said()).startsWith(nowhere + " could not be saved: ");
    }

    private void finish(CompletableFuture<Void> done) {
        await().atMost(Duration.ofSeconds(60)).until(() -> !tasks.isEmpty());
        tasks.remove().run();
        assertThat(done).isCompleted();
    }

    private String said() {
        return watchlist.remark().get().text();
    }
}
