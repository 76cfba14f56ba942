package dev.liveticker.desktop.app;

import static dev.liveticker.desktop.app.OpenDesktop.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.settings.Settings;
import dev.liveticker.desktop.watchlist.QuoteRow;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.ServerOptions;
import dev.liveticker.server.TickerServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desktop over real sockets, on its own server and on another. */
class LiveMarketTest {

    @TempDir
    Path directory;

    @Test
    void it_opens_on_a_live_market_and_goes_on_over_another_transport() throws Exception {
        OpenDesktop.settings(
                directory, Settings.defaults().withWatchlist(List.of(Some.AAPL, Some.BTC, Symbol.of("NOSUCH"))));
        try (OpenDesktop desktop = new OpenDesktop(directory, new LiveBackend(directory.resolve("server")))) {
            soon().until(() -> desktop.text("#connection-text").equals("Live"));
            soon().until(() -> last(desktop, 0) != null && last(desktop, 1) != null);
            soon().until(() -> desktop.shows("Unknown symbol"));
            soon().until(() -> desktop.colours("#chart") > 5);
            assertThat(desktop.text("#connection-transport")).isEqualTo("WebSocket");
            soon().until(() -> desktop.shows("#market"));
            soon().until(() -> desktop.shows("Apple Inc."));

            desktop.press(KeyCode.CONTROL, KeyCode.T);
            soon().until(() -> desktop.text("#connection-transport").equals("SSE")
                    && desktop.text("#connection-text").equals("Live"));
            BigDecimal before = last(desktop, 1);
            soon().until(() -> before.compareTo(last(desktop, 1)) != 0);

            desktop.click("#add-symbol");
            desktop.type("micros");
            soon().until(() -> desktop.shows("#suggestions"));
            desktop.press(KeyCode.ENTER);
            soon().until(() -> last(desktop, 3) != null);
        }
    }

    @Test
    void it_outlives_a_restart_of_the_server_it_was_pointed_to() throws Exception {
        int port = keptPort();
        TickerServer first = TickerServer.start(options(port));
        OpenDesktop.settings(
                directory, Settings.defaults().withServer(first.address()).withWatchlist(List.of(Some.AAPL, Some.BTC)));
        try (OpenDesktop desktop = new OpenDesktop(directory, new LiveBackend(directory.resolve("server")))) {
            soon().until(() -> last(desktop, 0) != null);

            first.close();
            soon().until(() -> desktop.shows("#retry-now"));
            assertThat(last(desktop, 0)).as("greyed, not gone").isNotNull();
            soon().until(() -> desktop.showsLike("\\d+ s ago"));

            try (TickerServer second = TickerServer.start(options(port))) {
                soon().until(() -> {
                    if (desktop.shows("#retry-now")) {
                        desktop.click("#retry-now");
                    }
                    return desktop.text("#connection-text").equals("Live");
                });
                BigDecimal before = last(desktop, 1);
                soon().until(() -> before.compareTo(last(desktop, 1)) != 0);
                assertThat(second.subscribers()).isEqualTo(1);
            }
        }
    }

    @Test
    void the_built_in_server_goes_on_with_its_data_and_does_without_where_another_window_has_them() throws Exception {
        Path data = directory.resolve("server");
        LiveBackend backend = new LiveBackend(data);
        try (Backend.BuiltInServer first = backend.startServer();
                Backend.BuiltInServer second = backend.startServer()) {
            assertThat(first.address()).isNotEqualTo(second.address());
        }
        assertThat(data).isDirectoryContaining("glob:**alerts.db").isDirectoryContaining("glob:**bars.sqlite");
        Path blocked = Files.writeString(directory.resolve("blocked"), "a file");
        try (Backend.BuiltInServer third = new LiveBackend(blocked).startServer()) {
            assertThat(third.address().getPort()).isPositive();
        }
        assertThat(blocked).hasContent("a file");
    }

    @Test
    void a_server_started_ahead_is_the_one_that_is_asked_for_and_only_once() throws Exception {
        LiveBackend backend = new LiveBackend(directory.resolve("server"));
        backend.startAhead(() -> true);
        try (Backend.BuiltInServer first = backend.startServer();
                Backend.BuiltInServer second = backend.startServer()) {
            assertThat(first.address()).isNotEqualTo(second.address());
        }
        backend.close();

        backend.startAhead(() -> false);
        try (Backend.BuiltInServer third = backend.startServer()) {
            assertThat(third.address().getPort()).isPositive();
        }

        backend.startAhead(() -> true);
        backend.close();
        assertThat(TickerServer.start(ServerOptions.embedded().withData(directory.resolve("server"))))
                .as("the directory is free again")
                .satisfies(TickerServer::close);
    }

    @Test
    void a_server_that_cannot_be_started_ahead_is_told_to_who_asks_for_it_and_has_nothing_to_close() throws Exception {
        LiveBackend backend = new LiveBackend(directory.resolve("server"));
        backend.startAhead(() -> {
            throw new NoClassDefFoundError("some/Library");
        });
        assertThatThrownBy(backend::startServer).hasRootCauseInstanceOf(NoClassDefFoundError.class);

        CountDownLatch closing = new CountDownLatch(1);
        backend.startAhead(() -> {
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("no port");
        });
        CompletableFuture<Void> closed = CompletableFuture.runAsync(backend::close);
        closing.countDown();
        assertThat(closed).succeedsWithin(Duration.ofSeconds(60));
    }

    /** One that the system does not hand out to whoever asks for any while nobody listens there. */
    private static int keptPort() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // Somebody has it: another one.
            }
        }
    }

    private static ServerOptions options(int port) {
        return new ServerOptions("127.0.0.1", port, 1, Set.of(), Duration.ofSeconds(5));
    }

    private static BigDecimal last(OpenDesktop desktop, int row) {
        @SuppressWarnings("unchecked")
        TableView<QuoteRow> table = OpenDesktop.seen(() ->
                (TableView<QuoteRow>) desktop.robot().lookup("#watchlist-table").queryAs(TableView.class));
        return table.getItems().get(row).last().get();
    }
}
