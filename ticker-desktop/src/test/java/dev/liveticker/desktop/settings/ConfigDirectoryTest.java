package dev.liveticker.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigDirectoryTest {

    private static final Path HOME = Path.of("/home/jane");

    @Test
    void linux_keeps_settings_where_xdg_says() {
        assertThat(ConfigDirectory.of(Map.of(), "Linux", HOME)).isEqualTo(Path.of("/home/jane/.config/live-ticker"));
        assertThat(ConfigDirectory.of(Map.of("XDG_CONFIG_HOME", "/cfg"), "Linux", HOME))
                .isEqualTo(Path.of("/cfg/live-ticker"));
        assertThat(ConfigDirectory.of(Map.of("XDG_CONFIG_HOME", "relative"), "Linux", HOME))
                .isEqualTo(Path.of("/home/jane/.config/live-ticker"));
    }

    @Test
    void windows_and_mac_have_places_of_their_own() {
        assertThat(ConfigDirectory.of(Map.of("APPDATA", "/roaming"), "Windows 11", HOME))
                .isEqualTo(Path.of("/roaming/Live Ticker"));
        assertThat(ConfigDirectory.of(Map.of(), "Windows 11", HOME))
                .isEqualTo(Path.of("/home/jane/AppData/Roaming/Live Ticker"));
        assertThat(ConfigDirectory.of(Map.of(), "Mac OS X", HOME))
                .isEqualTo(Path.of("/home/jane/Library/Application Support/Live Ticker"));
    }
}
