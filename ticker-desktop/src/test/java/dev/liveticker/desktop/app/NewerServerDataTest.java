package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewerServerDataTest {

    @TempDir
    Path directory;

    @Test
    void the_built_in_server_runs_without_what_a_newer_one_left_and_says_so() throws Exception {
        Path alerts = directory.resolve("alerts.db");
        byte[] newer = ByteBuffer.allocate(4_096)
                .put("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII))
                .putInt(60, 99)
                .array();
        Files.write(alerts, newer);

        try (Backend.BuiltInServer server = new LiveBackend(directory).startServer()) {
            assertThat(server.remark().map(Supplier::get).orElse(""))
                    .contains(alerts + " is of version 99", "up to 1", "in memory");
        }

        assertThat(alerts).hasBinaryContent(newer);
    }

    @Test
    void nothing_is_said_of_a_server_that_has_all_it_needs() throws Exception {
        try (Backend.BuiltInServer server = new LiveBackend(directory).startServer()) {
            assertThat(server.remark()).isEmpty();
        }
    }
}
