package dev.liveticker.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewerDataCommandTest {

    @Test
    void data_of_a_newer_version_is_refused_in_one_sentence_and_left_as_it_is(@TempDir Path directory)
            throws Exception {
        Path file = directory.resolve("alerts.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        byte[] before = Files.readAllBytes(file);

        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--port",
                        "0",
                        "--data",
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        try {
            List<String> said = server.inputReader().lines().toList();
            assertThat(server.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();

            assertThat(said)
                    .containsExactly("ticker-server: " + file + " is of version 99, and this program knows versions up"
                            + " to 1: it is left as it is; a newer program is needed for it");
            assertThat(server.exitValue()).isEqualTo(1);
            assertThat(file).hasBinaryContent(before);
        } finally {
            server.destroyForcibly();
        }
    }
}
