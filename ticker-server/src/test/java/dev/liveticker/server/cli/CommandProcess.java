package dev.liveticker.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The command in a process of its own, as people start it. */
public final class CommandProcess {

    private static final long PATIENCE_SECONDS = 60;
    private static final String LISTENING = "Listening on ";

    private CommandProcess() {}

    /** What is left of one: its exit code, and the lines it wrote that nobody had read. */
    record Ended(int exitCode, List<String> out, List<String> err) {}

    /** One that is still to be started, perhaps elsewhere or otherwise. */
    public static ProcessBuilder of(String... arguments) {
        return withFlags(List.of(), arguments);
    }

    /** The same with flags for Java. */
    public static ProcessBuilder withFlags(List<String> flags, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath()));
        command.addAll(flags);
        command.add(Main.class.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** Good in whatever folder it is started. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    static Process start(String... arguments) throws IOException {
        return of(arguments).start();
    }

    /** Starts one and waits for its end. */
    static Ended run(String... arguments) throws Exception {
        return run(of(arguments));
    }

    /** The same elsewhere or otherwise. */
    static Ended run(ProcessBuilder builder) throws Exception {
        Process process = builder.start();
        try {
            return end(process);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Where a server listens, which is the first that it says. */
    public static URI address(Process server) throws IOException {
        String line = server.inputReader(StandardCharsets.UTF_8).readLine();
        assertThat(line)
                .as(() -> line == null
                        ? server.errorReader().lines().collect(Collectors.joining("\n"))
                        : "what it said first")
                .isNotNull()
                .startsWith(LISTENING);
        return URI.create(line.substring(LISTENING.length()));
    }

    /** Asks it to stop, and waits for its end. */
    static Ended stop(Process process) throws Exception {
        // Unlike Process.destroy, this leaves the streams open.
        process.toHandle().destroy();
        return end(process);
    }

    /** Waits for its end. */
    static Ended end(Process process) throws Exception {
        // On a thread of its own: the common pool has one on a small machine, for all tests that run side by side.
        CompletableFuture<List<String>> err = CompletableFuture.supplyAsync(
                () -> process.errorReader().lines().toList(),
                task -> Thread.ofPlatform().daemon().start(task));
        List<String> out = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("ended")
                .isTrue();
        return new Ended(process.exitValue(), out, err.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    /** What a server answers. */
    static String get(HttpClient client, URI address) throws Exception {
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
