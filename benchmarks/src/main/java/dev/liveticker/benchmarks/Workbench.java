package dev.liveticker.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Where the measuring is done: the processes' commands, and which core each of them has.
 *
 * @param pinned whether server and client have a core each, so that neither takes the other's time
 */
public record Workbench(boolean pinned) {

    /** Where a run leaves what it makes. */
    public static final Path OUTPUT = Path.of("target", "benchmarks");

    private static final String HEADERS = "-XX:+UseCompactObjectHeaders";
    private static final String TRIM = "-XX:TrimNativeHeapInterval=1000";

    /** What the README advises for many connections; the peers get the same. */
    static final String FLAGS = HEADERS + ' ' + TRIM;

    /** A workbench for this machine; pins where there is something to pin to and with. */
    static Workbench here(boolean pin) {
        return new Workbench(pin && Runtime.getRuntime().availableProcessors() > 1 && runs("taskset", "--version"));
    }

    /** How a class of this project is run, on the JDK that runs this. */
    public static List<String> java(String mainClass) {
        return java(List.of(HEADERS, TRIM), mainClass);
    }

    /** How it is run by whoever gives Java no flags. */
    static List<String> plainJava(String mainClass) {
        return java(List.of(), mainClass);
    }

    private static List<String> java(List<String> flags, String mainClass) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of(
                "-Dlogback.configurationFile=benchmarks-logback.xml",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
        return command;
    }

    List<String> server(List<String> command) {
        return on(0, command);
    }

    List<String> client(List<String> command) {
        return on(Runtime.getRuntime().availableProcessors() - 1, command);
    }

    private List<String> on(int core, List<String> command) {
        if (!pinned) {
            return command;
        }
        List<String> placed = new ArrayList<>(List.of("taskset", "-c", Integer.toString(core)));
        placed.addAll(command);
        return placed;
    }

    /** Where a process of that name leaves what it complains of. */
    public static Path complaints(String name) throws IOException {
        return Files.createDirectories(OUTPUT).resolve(name + ".err");
    }

    /** Whether the command can be run and succeeds within a minute. */
    public static boolean runs(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(1, TimeUnit.MINUTES);
            process.destroy();
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
