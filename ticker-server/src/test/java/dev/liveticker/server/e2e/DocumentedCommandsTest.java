package dev.liveticker.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.liveticker.server.ServerOptions;
import dev.liveticker.server.TickerServer;
import dev.liveticker.server.cli.CommandProcess;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs what the documents tell people to type. A machine without curl or npm skips what needs them; CI has both. */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
class DocumentedCommandsTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> PAGES = List.of("README.md", "docs/protocol.md", "docs/examples/README.md");
    private static final String DOCUMENTED = "http://127.0.0.1:8080";

    private static TickerServer server;

    @BeforeAll
    static void start() throws IOException {
        server = TickerServer.start(ServerOptions.embedded());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** The lines after a {@code $} in the documents that begin so. */
    private static Stream<String> lines(String beginning) {
        return PAGES.stream()
                .flatMap(page -> {
                    try {
                        return Files.readAllLines(ROOT.resolve(page)).stream();
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .filter(line -> line.startsWith("$ "))
                .map(line -> line.substring(2))
                .filter(line -> line.startsWith(beginning))
                .distinct();
    }

    static Stream<String> streams() {
        return lines("curl ").filter(line -> line.contains("/v1/events"));
    }

    static Stream<String> questions() {
        return lines("curl ").filter(line -> !line.contains("/v1/events"));
    }

    static Stream<String> servers() {
        return lines("java -jar ").filter(line -> !isSecure(line));
    }

    private static boolean isSecure(String line) {
        return line.contains("--tls-") || line.contains("https://");
    }

    static Stream<String> nodes() {
        return lines("node ");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void curl_shows_the_answer(String line) throws Exception {
        assertThat(curled(line)).startsWith("{\"symbol\":");
    }

    private static String curled(String line) throws Exception {
        require("curl");
        String here = line.replace(DOCUMENTED, server.address().toString());
        // A stream goes on until its first lines are there, however long that takes.
        String enough = here.contains("/v1/events") ? " | head -n 8" : "";
        return run(Path.of("."), "sh", "-c", here.replaceFirst("^curl ", "curl -s --max-time 50 ") + enough);
    }

    @ParameterizedTest
    @MethodSource("streams")
    void curl_shows_events_with_id_and_data(String line) throws Exception {
        assertThat(curled(line))
                .containsPattern("(?m)^id: [a-z0-9]+:\\d+$")
                .containsPattern("(?m)^data: \\[\\{\"type\":");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void the_server_starts_with_the_documented_options(String line) throws Exception {
        List<String> options = new ArrayList<>(Arrays.asList(line.split(" ")));
        options.subList(0, 3).clear();
        if (!options.isEmpty() && options.getFirst().equals("watch")) {
            options.addAll(List.of("--server", server.address().toString(), "--count", "3"));
        } else {
            options.addAll(List.of("--port", "0"));
        }
        int documentedPort = options.indexOf("--port");
        if (documentedPort >= 0 && documentedPort != options.lastIndexOf("--port")) {
            options.subList(documentedPort, documentedPort + 2).clear();
        }
        Process process = main(options)
                .directory(ROOT.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).as(line).matches("Listening on http://.*|\\d\\d:\\d\\d:\\d\\d\\.\\d+ .*|\\{.*");
        } finally {
            process.destroyForcibly();
        }
    }

    private static ProcessBuilder main(List<String> options) {
        return CommandProcess.of(options.toArray(String[]::new));
    }

    @Test
    void certificates_are_made_served_and_refused_as_documented(@TempDir Path folder) throws Exception {
        require("openssl");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> makers =
                Stream.concat(lines("openssl "), lines("keytool ")).toList();
        assertThat(makers).hasSize(3);
        for (String line : makers) {
            assertThat(exitCode(folder, "sh", "-c", line.replaceFirst("^keytool", keytool)))
                    .as(line)
                    .isZero();
        }
        List<String> secure = lines("java -jar ").filter(line -> isSecure(line)).toList();
        List<String> starting =
                secure.stream().filter(line -> line.contains("--tls-")).toList();
        assertThat(starting).hasSize(2);
        String watching = secure.stream()
                .filter(line -> line.contains(" watch "))
                .findFirst()
                .orElseThrow();
        for (String line : starting) {
            Process process = main(options(line.replace("--port 8443", "--port 0")))
                    .directory(folder.toFile())
                    .start();
            try (BufferedReader out = process.inputReader()) {
                String listening = out.readLine();
                assertThat(listening).as(line).startsWith("Listening on https://127.0.0.1:");
                String address = listening.substring("Listening on ".length());
                String[] watch = main(options(watching.replace("https://127.0.0.1:8443", address)))
                        .command()
                        .toArray(String[]::new);
                assertThat(run(folder, watch)).contains("fingerprint SHA256:");
            } finally {
                process.destroyForcibly();
            }
        }
    }

    /** Of a line that begins with {@code java -jar} and the jar. */
    private static List<String> options(String line) {
        List<String> words = Arrays.asList(line.split(" "));
        return words.subList(3, words.size());
    }

    @Test
    void the_clients_from_npm_print_live_quotes() throws Exception {
        require("node");
        require("npm");
        Path copy = Files.createDirectories(Path.of("target", "examples"));
        try (Stream<Path> files = Files.list(ROOT.resolve("docs/examples"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
        int installed = exitCode(copy, "npm", "install", "--no-audit", "--no-fund", "--no-package-lock");
        if (System.getenv("CI") != null) {
            assertThat(installed).as("npm install").isZero();
        }
        assumeTrue(installed == 0, "npm's registry can be reached");
        List<String> lines = nodes().toList();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(2);
        for (String line : lines) {
            String shown = run(copy, line.split(" "));
            assertThat(shown.lines()
                            .filter(Pattern.compile("^\\d{4}-.* last \\d").asPredicate()))
                    .as(line)
                    .hasSizeGreaterThanOrEqualTo(5);
        }
    }

    private static void require(String program) {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        assumeTrue(there, program + " is installed");
    }

    private static String run(Path folder, String... command) throws Exception {
        Process process = process(folder, command);
        String shown = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return shown;
    }

    private static int exitCode(Path folder, String... command) throws Exception {
        Process process = process(folder, command);
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }

    private static Process process(Path folder, String... command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("TICKER_URL", server.address().toString());
        builder.environment().put("TICKER_QUOTES", "5");
        return builder.start();
    }
}
