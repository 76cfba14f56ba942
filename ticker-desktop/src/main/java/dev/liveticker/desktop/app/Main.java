package dev.liveticker.desktop.app;

import dev.liveticker.desktop.opening.Opening;
import dev.liveticker.desktop.settings.ConfigDirectory;
import dev.liveticker.desktop.settings.SettingsFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Starts the desktop. No subclass of Application, so that the toolkit is set up before it is loaded. */
public final class Main {

    private static final int FAILED = 1;
    private static final int BAD_OPTIONS = 2;

    /** Where the built-in server keeps its alerts and bars, beside the settings. */
    private static final String SERVER_DATA = "server";

    /** So long a second start waits for the first one's answer; together with its own start it is within a second. */
    private static final Duration FRONT_PATIENCE = Duration.ofMillis(600);

    /** The window is gone by then, and the process must be within two seconds. */
    private static final long RELEASE_MILLIS = 1_500;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /** @return the exit code */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        LaunchOptions options = new LaunchOptions();
        CommandLine command = new CommandLine(options);
        try {
            command.parseArgs(arguments);
        } catch (ParameterException e) {
            err.println("live-ticker: " + e.getMessage() + " (see --help)");
            return BAD_OPTIONS;
        }
        if (command.isUsageHelpRequested()) {
            command.usage(out);
            return 0;
        }
        if (command.isVersionHelpRequested()) {
            command.printVersionHelp(out);
            return 0;
        }
        if (options.openings.size() > Opening.MOST_AT_ONCE) {
            err.println("live-ticker: no more than " + Opening.MOST_AT_ONCE + " files and links at once (see --help)");
            return BAD_OPTIONS;
        }
        if (options.screenshot == null
                && !hasDisplay(System.getenv(), System.getProperties().get("os.name") + "")) {
            err.println("live-ticker: there is no display to open a window on (DISPLAY is not set). "
                    + "To take a picture without one: --screenshot FILE");
            return FAILED;
        }
        try {
            return launch(options, out, err);
        } catch (IOException e) {
            err.println("live-ticker: the settings directory cannot be used: " + e.getMessage());
            return FAILED;
        }
    }

    /** @param os the system property {@code os.name} */
    static boolean hasDisplay(Map<String, String> environment, String os) {
        boolean knowsDisplays = !os.toLowerCase(Locale.ROOT).startsWith("windows")
                && !os.toLowerCase(Locale.ROOT).startsWith("mac");
        return !knowsDisplays
                || "Headless".equals(System.getProperty("glass.platform"))
                || !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }

    private static int launch(LaunchOptions options, PrintStream out, PrintStream err) throws IOException {
        if (options.screenshot != null) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        System.setProperty("java.awt.headless", "true");
        Path passing =
                options.screenshot != null && options.config == null ? Files.createTempDirectory("live-ticker") : null;
        Path config = passing != null ? passing : configOf(options);
        Files.createDirectories(config);
        Path log = LogFile.open(config);
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        Path data = passing != null ? null : config.resolve(SERVER_DATA);
        LiveBackend backend = new LiveBackend(data, options.marketStart);
        DesktopApp app = new DesktopApp(options, config, log, backend, ended);
        // A picture is taken beside whatever runs.
        Claim claim = options.screenshot == null ? claim(config, app::open) : new Claim(true, null);
        if (!claim.first()) {
            return handOver(config, options.openings, out, err);
        }
        LogFile.setUp();
        if (options.server == null) {
            backend.startAhead(() -> {
                LogFile.await();
                return !SettingsFile.namesServer(config);
            });
        }
        try {
            Platform.startup(() -> {
                LogFile.await();
                app.show();
            });
        } catch (RuntimeException e) {
            LogFile.failure("the toolkit could not be started", e);
            err.println("live-ticker: the window system cannot be used: " + rootMessage(e));
            return FAILED;
        }
        int code = ended.join();
        if (claim.instance() != null) {
            claim.instance().close();
        }
        release(app, backend);
        LogFile.close(passing);
        return code;
    }

    /** @param instance absent where nobody can tell who is the first */
    private record Claim(boolean first, @Nullable SingleInstance instance) {}

    private static Claim claim(Path config, Consumer<List<Opening>> called) {
        try {
            SingleInstance instance = SingleInstance.claim(config, called);
            return new Claim(instance != null, instance);
        } catch (IOException e) {
            LoggerFactory.getLogger(Main.class)
                    .warn("{} cannot be locked: nothing keeps a second window from using it", config, e);
            return new Claim(true, null);
        }
    }

    /** The one that runs already comes to the front and opens what this one was to open, and this one ends. */
    private static int handOver(Path config, List<Opening> openings, PrintStream out, PrintStream err) {
        if (InstanceCall.open(config, openings, FRONT_PATIENCE)) {
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

    /** Lets go of server, sockets and files; if that hangs, the process ends without. */
    private static void release(DesktopApp app, LiveBackend backend) {
        Thread releasing = Thread.ofPlatform().daemon().name("release").start(() -> {
            app.release();
            backend.close();
        });
        try {
            releasing.join(RELEASE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static @Nullable String rootMessage(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }
}
