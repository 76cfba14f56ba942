package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileBrowserTest {

    private static final Path FILE = Path.of("home", "some one", "live-ticker.log");

    @Test
    void each_system_shows_a_file_its_own_way() {
        assertThat(FileBrowser.revealing("Linux", FILE))
                .containsExactly("xdg-open", FILE.getParent().toString());
        assertThat(FileBrowser.revealing("Mac OS X", FILE)).containsExactly("open", "-R", FILE.toString());
        assertThat(FileBrowser.revealing("Windows 11", FILE)).containsExactly("explorer.exe", "/select," + FILE);
    }

    @ParameterizedTest
    @CsvSource({"Linux, xdg-open", "FreeBSD, xdg-open", "Mac OS X, open", "Windows 11, explorer.exe"})
    void each_system_shows_a_folder_its_own_way(String os, String program) {
        assertThat(FileBrowser.opening(os, Path.of("somewhere"))).containsExactly(program, "somewhere");
    }

    @Test
    void a_directory_that_is_not_there_is_said_so(@TempDir Path directory) {
        assertThatThrownBy(() -> FileBrowser.open(directory.resolve("gone").resolve("live-ticker.log")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gone");
    }
}
