package dev.liveticker.desktop.app;

import static dev.liveticker.desktop.app.OpenDesktop.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class SystemProgramTest {

    @Test
    void a_browser_does_not_hear_what_javafx_wants_of_the_window_system(@TempDir Path directory) throws IOException {
        assumeThat(System.getenv())
                .doesNotContainKeys(
                        "GDK_BACKEND", "IBUS_ENABLE_SYNC_MODE", "GDK_GL", "NO_AT_BRIDGE", "GSETTINGS_BACKEND");
        NativeEnvironment.set();
        Path said = directory.resolve("environment");
        Path whole = directory.resolve("whole");

        SystemProgram.start(List.of("sh", "-c", "env > " + said + " && touch " + whole));

        soon().until(() -> Files.exists(whole));
        assertThat(said)
                .content()
                .contains("PATH=")
                .doesNotContain(
                        "GDK_BACKEND=", "IBUS_ENABLE_SYNC_MODE=", "GDK_GL=", "NO_AT_BRIDGE=", "GSETTINGS_BACKEND=");
    }
}
