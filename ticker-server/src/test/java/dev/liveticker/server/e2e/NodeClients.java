package dev.liveticker.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Programs for Node, with libraries from npm that are installed into the build's own directory. A machine without Node,
 * or that does not reach npm's registry, skips what needs them; CI has both.
 */
final class NodeClients {

    private static final Path FOLDER = Path.of("target", "clients");
    private static final List<String> FILES = List.of("package.json", "suite.mjs", "socketio.mjs", "alpaca.mjs");
    private static final Pattern SNIPPET = Pattern.compile("```js\n(.*?)```", Pattern.DOTALL);

    /** One that hangs is ended, so that the test fails instead of hanging too. */
    private static final long LONGEST_SECONDS = 100;

    private NodeClients() {}

    /** Where the programs are, once they can be run. */
    private static Path folder() throws Exception {
        boolean ci = System.getenv("CI") != null;
        for (String program : List.of("node", "npm")) {
            boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
            if (ci) {
                assertThat(there).as("CI has " + program).isTrue();
            }
            assumeTrue(there, program + " is installed");
        }
        Files.createDirectories(FOLDER);
        boolean changed = false;
        for (String file : FILES) {
            try (InputStream in = NodeClients.class.getResourceAsStream("clients/" + file)) {
                byte[] wanted = in.readAllBytes();
                Path copy = FOLDER.resolve(file);
                boolean same = Files.exists(copy) && Arrays.equals(Files.readAllBytes(copy), wanted);
                changed |= !same && file.equals("package.json");
                Files.write(copy, wanted);
            }
        }
        if (changed || !Files.isDirectory(FOLDER.resolve("node_modules", "socket.io-client"))) {
            Process npm = new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", "--no-package-lock")
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolve("npm.log").toFile())
                    .start();
            boolean installed = npm.waitFor(120, TimeUnit.SECONDS) && npm.exitValue() == 0;
            npm.destroyForcibly();
            if (ci) {
                assertThat(installed).as("npm install: target/clients/npm.log").isTrue();
            }
            assumeTrue(installed, "npm's registry can be reached");
        }
        return FOLDER;
    }

    private static Process start(String program, Map<String, String> environment) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("node", program).directory(folder().toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        return process;
    }

    /** Runs a suite to its end: the names of the cases that passed. Fails if one did not. */
    static List<String> passed(String suite, Map<String, String> environment) throws Exception {
        Process process = start(suite, environment);
        List<String> passed = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = out.lines().toList();
            assertThat(lines).as(suite).isNotEmpty().allMatch(line -> line.startsWith("ok "));
            lines.forEach(line -> passed.add(line.substring(3)));
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
        return passed;
    }

    /** Runs the first program in a document, with another address, until it says something that is wanted. */
    static boolean says(String document, Map<String, String> addresses, Predicate<String> wanted) throws Exception {
        Matcher snippet = SNIPPET.matcher(Files.readString(Path.of("..", document)));
        assertThat(snippet.find()).as(document + " has a program").isTrue();
        String program = snippet.group(1);
        for (Map.Entry<String, String> address : addresses.entrySet()) {
            assertThat(program).contains(address.getKey());
            program = program.replace(address.getKey(), address.getValue());
        }
        String name = document.replace('/', '-').replace(".md", ".mjs");
        Files.writeString(folder().resolve(name), program);
        Process process = start(name, Map.of());
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            return out.lines().limit(200).anyMatch(wanted);
        } finally {
            process.destroyForcibly();
        }
    }
}
