package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs the tests of the board's modules in Node; what they found is in their own words. */
@Timeout(180)
class BoardModulesTest {

    private static final Path TESTS = Path.of("src/test/board");

    @Test
    void the_modules_do_what_their_own_tests_say() throws Exception {
        List<String> command =
                new ArrayList<>(List.of(InstalledProgram.find("node").toString(), "--test"));
        command.addAll(tests());
        Process node = new ProcessBuilder(command).redirectErrorStream(true).start();
        String report = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(node.exitValue()).as(report).isZero();
        assertThat(report).containsPattern("# pass [1-9]");
    }

    private static List<String> tests() throws IOException {
        try (Stream<Path> files = Files.list(TESTS)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".test.mjs"))
                    .sorted()
                    .toList();
        }
    }
}
