package dev.liveticker.server.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    private Path folder;

    @Test
    void what_means_something_in_the_names_of_old_logs_is_refused_in_a_folder_s_name_too() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("100%d"));
        assertThatThrownBy(() -> LogFile.check(odd.resolve("log")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--log-file: a path without % expected, not " + odd.resolve("log"));
        assertThatCode(() -> LogFile.check(folder.resolve("log"))).doesNotThrowAnyException();
    }
}
