package dev.liveticker.server.cli;

import static dev.liveticker.server.cli.CommandProcess.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.server.cli.CommandProcess.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
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

        Ended ended = run("--port", "0", "--data", directory.toString());

        assertThat(ended.err())
                .containsExactly("ticker-server: " + file + " is of version 99, and this program knows versions up"
                        + " to 1: it is left as it is; a newer program is needed for it");
        assertThat(ended.out()).isEmpty();
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(file).hasBinaryContent(before);
    }
}
