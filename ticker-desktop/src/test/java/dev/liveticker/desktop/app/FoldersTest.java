package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldersTest {

    @ParameterizedTest
    @CsvSource({"Linux, xdg-open", "FreeBSD, xdg-open", "Mac OS X, open", "Windows 11, explorer.exe"})
    void each_system_has_a_way_of_its_own(String os, String program) {
        assertThat(Folders.command(os, Path.of("somewhere"))).containsExactly(program, "somewhere");
    }

    @Test
    void a_directory_that_is_not_there_is_said_so(@TempDir Path directory) {
        assertThatThrownBy(() -> Folders.show(directory.resolve("gone").resolve("live-ticker.log")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gone");
    }
}
