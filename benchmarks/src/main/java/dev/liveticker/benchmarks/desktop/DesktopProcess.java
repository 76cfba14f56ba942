package dev.liveticker.benchmarks.desktop;

import dev.liveticker.benchmarks.Workbench;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A class of the desktop in a process of its own, JavaFX on the module path as the project's users have it. */
final class DesktopProcess implements AutoCloseable {

    private static final int END_SECONDS = 10;

    private final Process process;
    private final BufferedReader lines;
    private final Path complaints;
    private final long complained;
    private final @Nullable OpenDisplay own;

    private DesktopProcess(Process process, Path complaints, long complained, @Nullable OpenDisplay own) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
        this.complaints = complaints;
        this.complained = complained;
        this.own = own;
    }

    /**
     * On a display of its own.
     *
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
        OpenDisplay own = OpenDisplay.of(display);
        try {
            return launch(command(own, flags, classPath, mainClass, arguments), own.environment(), name, own);
        } catch (IOException e) {
            own.close();
            throw e;
        }
    }

    /**
     * On a display that is there and stays.
     *
     * @param flags for its JVM
     */
    static DesktopProcess start(
            OpenDisplay display,
            List<String> flags,
            String classPath,
            String mainClass,
            List<String> arguments,
            String name)
            throws IOException {
        return launch(command(display, flags, classPath, mainClass, arguments), display.environment(), name, null);
    }

    /**
     * The program that people install, on a display that is there and stays.
     *
     * @param flags for its JVM, without spaces; it hears of them by the environment, and they outweigh its own
     */
    static DesktopProcess start(
            OpenDisplay display, InstalledImage image, List<String> flags, List<String> arguments, String name)
            throws IOException {
        Map<String, String> environment = new HashMap<>(display.environment());
        environment.put(
                "_JAVA_OPTIONS",
                Stream.concat(display.flags().stream(), flags.stream()).collect(Collectors.joining(" ")));
        List<String> command = new ArrayList<>(List.of(image.program().toString()));
        command.addAll(arguments);
        return launch(command, environment, name, null);
    }

    /** A class that needs no JavaFX, such as the server's. */
    static DesktopProcess plain(String classPath, String mainClass, List<String> arguments, String name)
            throws IOException {
        List<String> command =
                new ArrayList<>(List.of(java(), "--enable-native-access=ALL-UNNAMED", "-cp", classPath, mainClass));
        command.addAll(arguments);
        return launch(command, Map.of(), name, null);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    private static List<String> command(
            OpenDisplay display, List<String> flags, String classPath, String mainClass, List<String> arguments) {
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
        return command;
    }

    private static DesktopProcess launch(
            List<String> command, Map<String, String> environment, String name, @Nullable OpenDisplay own)
            throws IOException {
        Path complaints = Workbench.complaints(name);
        long complained = Files.exists(complaints) ? Files.size(complaints) : 0;
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(complaints.toFile()));
        builder.environment().putAll(environment);
        return new DesktopProcess(builder.start(), complaints, complained, own);
    }

    long pid() {
        return process.pid();
    }

    /** The rest of the first line that begins so; empty if it ends without. */
    Optional<String> after(String beginning) {
        return lines.lines()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.substring(beginning.length()))
                .findFirst();
    }

    /** The last line that it complained with; empty if it did not. */
    Optional<String> lastComplaint() throws IOException {
        byte[] all = Files.readAllBytes(complaints);
        int from = (int) Math.min(all.length, complained);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((before, line) -> line);
    }

    /** Writes a line to its standard input. */
    void say(String line) throws IOException {
        BufferedWriter input = process.outputWriter(StandardCharsets.UTF_8);
        input.write(line);
        input.newLine();
        input.flush();
    }

    /**
     * Waits until it ends by itself, whatever it says meanwhile.
     *
     * @return its exit code
     * @throws IOException if it does not
     */
    int end(int seconds) throws IOException {
        Thread reader = Thread.ofVirtual().start(() -> lines.lines().forEach(line -> {}));
        try {
            if (process.waitFor(seconds, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            reader.interrupt();
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
        throw new IOException(
                "it ended too early" + lastComplaint().map(line -> ": " + line).orElse(""));
    }

    /** Ends it and whatever it started, and waits until all have ended: what they held is free then. */
    @Override
    public void close() {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroy);
        for (ProcessHandle each : all) {
            try {
                each.onExit().get(END_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                each.destroyForcibly();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a process cannot be waited for", e);
            } catch (InterruptedException e) {
                each.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
        if (own != null) {
            own.close();
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
