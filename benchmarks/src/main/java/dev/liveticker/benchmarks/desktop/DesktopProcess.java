package dev.liveticker.benchmarks.desktop;

import dev.liveticker.benchmarks.Workbench;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A class of the desktop in a process of its own, JavaFX on the module path as the project's users have it. */
final class DesktopProcess implements AutoCloseable {

    private static final int END_SECONDS = 10;

    private final Process process;
    private final BufferedReader lines;

    private DesktopProcess(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * @param classPath as {@code java.class.path} has it
     * @param name what its complaints are kept under
     */
    static DesktopProcess start(
            Display display, String classPath, String mainClass, List<String> arguments, String name)
            throws IOException {
        return start(display, List.of(), classPath, mainClass, arguments, name);
    }

    /**
     * The same with more flags for its JVM.
     *
     * @param classPath as {@code java.class.path} has it
     * @param name what its complaints are kept under
     */
    static DesktopProcess start(
            Display display,
            List<String> flags,
            String classPath,
            String mainClass,
            List<String> arguments,
            String name)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(display.flags());
        command.addAll(flags);
        command.addAll(List.of(
                "--module-path",
                join(classPath, DesktopProcess::isJavaFx),
                "--add-modules",
                "javafx.controls",
                "--enable-native-access=javafx.graphics,ALL-UNNAMED",
                "-cp",
                join(classPath, entry -> !isJavaFx(entry)),
                mainClass));
        command.addAll(arguments);
        return launch(display.around(command), name);
    }

    /** A class that needs no JavaFX, such as the server's. */
    static DesktopProcess plain(String classPath, String mainClass, List<String> arguments, String name)
            throws IOException {
        List<String> command =
                new ArrayList<>(List.of(java(), "--enable-native-access=ALL-UNNAMED", "-cp", classPath, mainClass));
        command.addAll(arguments);
        return launch(command, name);
    }

    private static DesktopProcess launch(List<String> command, String name) throws IOException {
        return new DesktopProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        Workbench.complaints(name).toFile()))
                .start());
    }

    /** The rest of the first line that begins so; empty if it ends without. */
    Optional<String> after(String beginning) {
        return lines.lines()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.substring(beginning.length()))
                .findFirst();
    }

    /** Writes a line to its standard input. */
    void say(String line) throws IOException {
        BufferedWriter input = process.outputWriter(StandardCharsets.UTF_8);
        input.write(line);
        input.newLine();
        input.flush();
    }

    /**
     * Waits until it ends by itself.
     *
     * @return its exit code
     * @throws IOException if it does not
     */
    int end(int seconds) throws IOException {
        try {
            if (process.waitFor(seconds, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("it did not end within " + seconds + " s");
    }

    /**
     * Lets it run on.
     *
     * @throws IOException if it ends meanwhile
     */
    void run(int seconds) throws IOException {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("it ended too early");
    }

    /** Ends it, and waits until it has ended. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String join(String classPath, Predicate<String> which) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .filter(which)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isJavaFx(String entry) {
        return Path.of(entry).getFileName().toString().startsWith("javafx-");
    }
}
