package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.feed.FeedListener;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Feeds;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

class DesktopAppTest {

    @TempDir
    Path directory;

    private final CompletableFuture<Integer> ended = new CompletableFuture<>();

    @Test
    void a_window_that_cannot_be_opened_because_a_part_is_missing_ends_it() throws Exception {
        FxToolkit.registerPrimaryStage();
        LaunchOptions options = new LaunchOptions();
        options.server = URI.create("http://feed.example:8080");
        DesktopApp app = new DesktopApp(options, directory, directory.resolve("log"), new WithoutLibrary(), ended);

        new FxRobot().interact(app::show);

        assertThat(ended).succeedsWithin(Duration.ofSeconds(60)).isEqualTo(1);
        app.release();
    }

    private static final class WithoutLibrary implements Backend {

        @Override
        public BuiltInServer startServer() {
            throw new NoClassDefFoundError("some/Library");
        }

        @Override
        public Feeds.Connected connect(FeedSettings settings, FeedListener listener) {
            throw new NoClassDefFoundError("some/Library");
        }
    }
}
