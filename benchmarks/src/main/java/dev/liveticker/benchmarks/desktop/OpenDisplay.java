package dev.liveticker.benchmarks.desktop;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A display that is there for the desktop to open its window on, as a person's is before the desktop is started. */
final class OpenDisplay implements AutoCloseable {

    private static final int END_SECONDS = 5;
    private static final List<String> X_SERVER =
            List.of("Xvfb", "-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp", "-ac", "-noreset");

    private final Display display;
    private final Map<String, String> environment;
    private final @Nullable Process server;

    private OpenDisplay(Display display, Map<String, String> environment, @Nullable Process server) {
        this.display = display;
        this.environment = environment;
        this.server = server;
    }

    /** @throws IOException if there is no X server to be had */
    static OpenDisplay of(Display display) throws IOException {
        return switch (display) {
            case HEADLESS -> new OpenDisplay(display, Map.of(), null);
            case XVFB -> {
                Process server = new ProcessBuilder(X_SERVER)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                // It says its number once it can be connected to.
                BufferedReader said = server.inputReader(StandardCharsets.UTF_8);
                String number = said.readLine();
                if (number == null) {
                    server.destroy();
                    throw new IOException("the X server ended before it was ready");
                }
                yield new OpenDisplay(display, Map.of("DISPLAY", ":" + number.strip()), server);
            }
        };
    }

    /** Flags for the desktop's JVM. */
    List<String> flags() {
        return display.flags();
    }

    /** What a process needs in its environment to find it. */
    Map<String, String> environment() {
        return environment;
    }

    /** Takes it away, together with whatever still stands on it. */
    @Override
    public void close() {
        if (server == null) {
            return;
        }
        server.destroy();
        try {
            if (!server.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            server.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
