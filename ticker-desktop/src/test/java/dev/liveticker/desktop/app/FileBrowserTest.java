package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileBrowserTest {

    private static final Path FILE = Path.of("home", "some one", "live-ticker.log");

    @Test
    void each_system_shows_a_file_its_own_way() {
        assertThat(FileBrowser.command("Linux", FILE))
                .containsExactly("xdg-open", FILE.getParent().toString());
        assertThat(FileBrowser.command("Mac OS X", FILE)).containsExactly("open", "-R", FILE.toString());
        assertThat(FileBrowser.command("Windows 11", FILE)).containsExactly("explorer.exe", "/select," + FILE);
    }
}
