package dev.liveticker.desktop.app;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** A program of the system's own, that is started and not waited for. What it says is heard by nobody. */
final class SystemProgram {

    private SystemProgram() {}

    /**
     * Starts one aside.
     *
     * @param thread what the thread that does so is called
     * @param failed called there if there is no such program
     */
    static void start(String thread, List<String> command, Consumer<IOException> failed) {
        Thread.ofVirtual().name(thread).start(() -> {
            try {
                start(command);
            } catch (IOException e) {
                failed.accept(e);
            }
        });
    }

    /** @throws IOException if there is no such program */
    static void start(List<String> command) throws IOException {
        ProcessBuilder program =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        // As this program got them: not those that JavaFX adds for itself, by which a browser would leave Wayland.
        program.environment().clear();
        program.environment().putAll(NativeEnvironment.withoutAdded(System.getenv()));
        program.start();
    }
}
