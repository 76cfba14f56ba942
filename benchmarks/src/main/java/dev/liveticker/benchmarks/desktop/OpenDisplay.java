package dev.liveticker.benchmarks.desktop;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A display that is there for the desktop to open its window on, as a person's is before the desktop is started. */
final class OpenDisplay implements AutoCloseable {

    private static final int END_SECONDS = 5;
    private static final int WIDTH = 1_600;
    private static final int HEIGHT = 1_200;
    private static final int BESIDE_POINTER = 100;
    private static final List<String> X_SERVER = List.of(
            "Xvfb",
            "-displayfd",
            "1",
            "-screen",
            "0",
            WIDTH + "x" + HEIGHT + "x24",
            "-nolisten",
            "tcp",
            "-ac",
            "-noreset");

    /** What the X server calls the memory of its first screen. */
    private static final String SCREEN = "Xvfb_screen0";

    private final Display display;
    private final Map<String, String> environment;
    private final @Nullable Process server;
    private final @Nullable Path memory;

    private OpenDisplay(
            Display display, Map<String, String> environment, @Nullable Process server, @Nullable Path memory) {
        this.display = display;
        this.environment = environment;
        this.server = server;
        this.memory = memory;
    }

    /** @throws IOException if there is no X server to be had */
    static OpenDisplay of(Display display) throws IOException {
        return switch (display) {
            case HEADLESS -> new OpenDisplay(display, Map.of(), null, null);
            case XVFB -> {
                Path memory = Files.createTempDirectory("live-ticker-screen");
                List<String> command = new ArrayList<>(X_SERVER);
                command.addAll(List.of("-fbdir", memory.toString()));
                Process server = new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                // It says its number once it can be connected to.
                BufferedReader said = server.inputReader(StandardCharsets.UTF_8);
                String number = said.readLine();
                if (number == null) {
                    server.destroy();
                    forget(memory);
                    throw new IOException("the X server ended before it was ready");
                }
                yield new OpenDisplay(display, Map.of("DISPLAY", ":" + number.strip()), server, memory);
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

    /** What is near the middle of a screen, where the pointer is; empty where there is none. */
    Optional<ScreenPoint> nearMiddle() throws IOException {
        return memory == null
                ? Optional.empty()
                : Optional.of(new ScreenPoint(
                        memory.resolve(SCREEN), WIDTH / 2 + BESIDE_POINTER, HEIGHT / 2 + BESIDE_POINTER));
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
        if (memory != null) {
            forget(memory);
        }
    }

    /** The X server leaves its screen's memory to whoever had it made. */
    private static void forget(Path memory) {
        try {
            Files.deleteIfExists(memory.resolve(SCREEN));
            Files.deleteIfExists(memory);
        } catch (IOException e) {
            System.err.println(memory + " could not be deleted: " + e.getMessage());
        }
    }
}
