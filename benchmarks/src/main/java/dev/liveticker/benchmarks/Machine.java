package dev.liveticker.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the figures were got on and with. */
public final class Machine {

    private static final String UNKNOWN = "unknown";
    private static final Pattern JAVAFX = Pattern.compile("javafx-graphics-([0-9.]+)\\.jar");

    private Machine() {}

    static String describe(Workbench workbench) {
        return """
                - Machine: %s, %d cores, %s GiB of memory, %s %s
                - %s
                - Java: %s %s, every server in it with `%s` where nothing else is said
                - Node: %s with ws %s and Socket.IO %s
                - Netty %s, Jetty %s, Undertow %s
                """.formatted(
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        gibibytes(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        workbench.pinned()
                                ? "Server on one core, load client on another (`taskset`)"
                                : "Server and load client share all cores",
                        System.getProperty("java.vm.name"),
                        Runtime.version(),
                        Workbench.FLAGS,
                        output("node", "--version"),
                        npm("ws"),
                        npm("socket.io"),
                        io.netty.util.Version.identify().values().stream()
                                .map(io.netty.util.Version::artifactVersion)
                                .findFirst()
                                .orElse(UNKNOWN),
                        org.eclipse.jetty.util.Jetty.VERSION,
                        io.undertow.Version.getVersionString());
    }

    /** For what is measured of several nodes, with a Redis. */
    public static String describeCluster() {
        return """
                - Machine: %s, %d cores, %s GiB of memory, %s %s; Redis, nodes and load clients share all cores
                - Java: %s %s
                - %s
                """.formatted(
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        gibibytes(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.vm.name"),
                        Runtime.version(),
                        output("redis-server", "--version"));
    }

    /** For what is measured of the desktop. */
    public static String describeDesktop() {
        return """
                - Machine: %s, %d cores, %s GiB of memory, %s %s, no graphics card used
                - Java: %s %s
                - JavaFX %s, %s
                """.formatted(
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        gibibytes(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.vm.name"),
                        Runtime.version(),
                        javaFx(),
                        output("dpkg-query", "-W", "-f", "Xvfb ${Version}", "xvfb"));
    }

    /** Its jar says so in its name; asking JavaFX itself would start it. */
    private static String javaFx() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> JAVAFX.matcher(Path.of(entry).getFileName().toString()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static String processor() {
        return field(Path.of("/proc/cpuinfo"), "model name");
    }

    private static String gibibytes() {
        String total = field(Path.of("/proc/meminfo"), "MemTotal").replaceAll("[^0-9]", "");
        return total.isEmpty() ? UNKNOWN : Long.toString(Math.round(Long.parseLong(total) / 1024.0 / 1024));
    }

    private static String field(Path file, String name) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(UNKNOWN);
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    private static String npm(String name) {
        try {
            String text = Files.readString(Path.of("peers", "node_modules", name, "package.json"));
            return JsonMapper.shared().readTree(text).path("version").asString(UNKNOWN);
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    /** What a command prints, in one line. */
    static String output(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            @Nullable String line = process.inputReader(StandardCharsets.UTF_8).readLine();
            process.waitFor(10, TimeUnit.SECONDS);
            return line == null ? UNKNOWN : line;
        } catch (IOException e) {
            return UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UNKNOWN;
        }
    }
}
