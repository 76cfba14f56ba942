package dev.liveticker.desktop.app;

import static dev.liveticker.desktop.app.OpenDesktop.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.server.ServerOptions;
import dev.liveticker.server.TickerServer;
import dev.liveticker.server.data.DirectoryInUseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start on a window system that does what the test says. */
class LaunchTest {

    @TempDir
    Path directory;

    private final LaunchOptions options = new LaunchOptions();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void choose() {
        options.config = directory;
    }

    @Test
    void the_server_begins_before_the_window_system_and_does_not_wait_for_it() throws Exception {
        int code = launch(show -> {
            soon().until(() -> Files.exists(directory.resolve("server").resolve("alerts.db")));
            throw new IllegalStateException("no screen");
        });

        assertThat(code).isEqualTo(1);
        assertThat(text()).isEqualTo("live-ticker: the window system cannot be used: no screen\n");
    }

    @Test
    void a_window_system_with_a_part_missing_is_told_and_nothing_is_held_on_to() throws Exception {
        int code = launch(show -> {
            throw new NoClassDefFoundError("some/Toolkit");
        });

        assertThat(code).isEqualTo(1);
        assertThat(text())
                .contains("the window system cannot be used: ", "some/Toolkit")
                .hasLineCount(1);
        try (SingleInstance next = SingleInstance.claim(directory, openings -> {})) {
            assertThat(next).isNotNull();
        }
        // On a slow machine the server is let go of a moment later.
        soon().ignoreExceptionsMatching(DirectoryInUseException.class::isInstance)
                .untilAsserted(this::startServer);
    }

    private void startServer() throws IOException {
        TickerServer.start(ServerOptions.embedded().withData(directory.resolve("server")))
                .close();
    }

    private int launch(Consumer<Runnable> toolkit) throws IOException {
        PrintStream none = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return new Launch(options, none, new PrintStream(err, true, StandardCharsets.UTF_8), toolkit).run();
    }

    private String text() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
