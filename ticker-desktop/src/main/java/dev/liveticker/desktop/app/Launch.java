package dev.liveticker.desktop.app;

import dev.liveticker.desktop.settings.ConfigDirectory;
import dev.liveticker.desktop.settings.SettingsFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One start of the desktop, from claiming its directory to letting go of it. The built-in server is begun before the
 * window system, since both take their time and neither needs the other.
 */
final class Launch {

    static final int FAILED = 1;

    /** Where the built-in server keeps its alerts and bars, beside the settings. */
    private static final String SERVER_DATA = "server";

    /** The window is gone by then, and the process must be within two seconds. */
    private static final long RELEASE_MILLIS = 1_500;

    /** Longer than the end of the one before can take. One that runs answers at once. */
    private static final Duration PATIENCE = Duration.ofMillis(RELEASE_MILLIS + 1_000);

    private final LaunchOptions options;
    private final PrintStream out;
    private final PrintStream err;
    private final Consumer<Runnable> toolkit;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();

    /** @param toolkit starts the window system, and runs what it is given on its thread */
    Launch(LaunchOptions options, PrintStream out, PrintStream err, Consumer<Runnable> toolkit) {
        this.options = options;
        this.out = out;
        this.err = err;
        this.toolkit = toolkit;
    }

    /**
     * Returns when the window is closed, or another desktop has taken over.
     *
     * @return the exit code
     * @throws IOException if the settings directory cannot be used
     */
    int run() throws IOException {
        if (options.screenshot != null) {
            System.setProperty("glass.platform", "Headless");
            Painter.chooseSoftware();
        }
        System.setProperty("java.awt.headless", "true");
        Painter.choose();
        NativeEnvironment.settle();
        Path passing =
                options.screenshot != null && options.config == null ? Files.createTempDirectory("live-ticker") : null;
        Path config = passing != null ? passing : configOf(options);
        Files.createDirectories(config);
        Path log = LogFile.open(config);
        Path data = passing != null ? null : config.resolve(SERVER_DATA);
        LiveBackend backend = new LiveBackend(data, options.marketStart, new AfterPaint());
        DesktopApp app = new DesktopApp(options, config, log, backend, ended);
        // A picture is taken beside whatever runs.
        Claim claim = options.screenshot == null
                ? Claim.stake(config, app::open, options.openings, PATIENCE)
                : new Claim.First(null);
        // No switch over types: the JVM would make a class for it, and the window system would start later.
        if (claim instanceof Claim.First first) {
            int code = open(app, backend, config);
            end(app, backend, first.instance());
            LogFile.close(passing);
            return code;
        }
        if (claim instanceof Claim.Second) {
            out.println("live-ticker: it runs already; its window was brought to the front");
            return 0;
        }
        err.println("live-ticker: it runs already with " + config + ", but does not answer");
        return FAILED;
    }

    private static Path configOf(LaunchOptions options) {
        Path config = options.config;
        return config == null ? ConfigDirectory.ofUser() : config;
    }

    /** Returns when the window is closed. */
    private int open(DesktopApp app, LiveBackend backend, Path config) {
        LogFile.setUp();
        if (options.server == null) {
            backend.startAhead(() -> {
                LogFile.await();
                return !SettingsFile.namesServer(config);
            });
        }
        try {
            toolkit.accept(() -> {
                LogFile.await();
                app.show();
                Termination.means(app::end);
            });
        } catch (RuntimeException | Error e) {
            // An Error too: so it is told that a part of the window system is missing.
            LogFile.await();
            LogFile.failure("the toolkit could not be started", e);
            err.println("live-ticker: the window system cannot be used: " + rootMessage(e));
            return FAILED;
        }
        return ended.join();
    }

    /**
     * Lets go of server, sockets and files; if that hangs, the process ends without. Nobody else may have the directory
     * before all is saved, or it would open what was there before.
     */
    private static void end(DesktopApp app, LiveBackend backend, @Nullable SingleInstance instance) {
        if (instance != null) {
            instance.stopAnswering();
        }
        Thread releasing = Thread.ofPlatform().daemon().name("release").start(() -> {
            app.release();
            backend.close();
        });
        try {
            releasing.join(RELEASE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (instance != null) {
            instance.close();
        }
    }

    /** What is at the bottom of a failure, in its own words; those of an Error say nothing without its name. */
    static String rootMessage(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String words = root.getMessage();
        return words == null || root instanceof Error ? root.toString() : words;
    }
}
