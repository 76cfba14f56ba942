package dev.liveticker.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.server.cli.CommandProcess;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs what docs/recording.md tells people to type, in its order; only a day of the market is cut to seconds. */
@Timeout(180)
class RecordingDocumentTest {

    private static final Path PAGE = Path.of("..", "docs", "recording.md");
    private static final String JAVA = "java -jar ticker-server/target/ticker-server.jar ";

    @Test
    void every_command_of_the_page_does_what_it_says(@TempDir Path folder) throws Exception {
        List<String> lines = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("$ "))
                .map(line -> line.substring(2).replace("6h30m", "20s").replace("--port 8080", "--port 0"))
                .toList();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(7);
        for (String line : lines) {
            ProcessBuilder command = line.startsWith(JAVA)
                    ? CommandProcess.of(line.substring(JAVA.length()).split(" "))
                    : new ProcessBuilder("sh", "-c", line);
            Process process =
                    command.directory(folder.toFile()).redirectErrorStream(true).start();
            try (BufferedReader out = process.inputReader()) {
                if (line.contains("--port")) {
                    assertThat(out.readLine()).as(line).startsWith("Listening on http://");
                } else {
                    List<String> shown = out.lines().toList();
                    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                    assertThat(process.exitValue()).as("%s: %s", line, shown).isZero();
                }
            } finally {
                process.destroyForcibly();
            }
        }
        try (var files = Files.list(folder)) {
            Set<String> made = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
            assertThat(made).contains("day.ltr", "live.ltr", "trades.csv", "trades.ltr");
        }
    }
}
