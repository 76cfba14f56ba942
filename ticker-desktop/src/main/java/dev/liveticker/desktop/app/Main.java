package dev.liveticker.desktop.app;

import dev.liveticker.desktop.opening.Opening;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import javafx.application.Platform;

/** Starts the desktop. No subclass of Application, so that the toolkit is set up before it is loaded. */
public final class Main {

    static final int BAD_OPTIONS = 2;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /** @return the exit code */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        LaunchOptions options = new LaunchOptions();
        // Most starts have none, and need not wait for what reads them.
        OptionalInt answered =
                arguments.length == 0 ? OptionalInt.empty() : Arguments.read(arguments, options, out, err);
        return answered.isPresent() ? answered.getAsInt() : launch(options, out, err);
    }

    private static int launch(LaunchOptions options, PrintStream out, PrintStream err) {
        if (options.openings.size() > Opening.MOST_AT_ONCE) {
            err.println("live-ticker: no more than " + Opening.MOST_AT_ONCE + " files and links at once (see --help)");
            return BAD_OPTIONS;
        }
        if (options.screenshot == null && !hasDisplay(System.getenv(), System.getProperty("os.name", ""))) {
            err.println("live-ticker: there is no display to open a window on (DISPLAY is not set). "
                    + "To take a picture without one: --screenshot FILE");
            return Launch.FAILED;
        }
        try {
            return new Launch(options, out, err, Platform::startup).run();
        } catch (IOException e) {
            err.println("live-ticker: the settings directory cannot be used: " + e.getMessage());
            return Launch.FAILED;
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
}
