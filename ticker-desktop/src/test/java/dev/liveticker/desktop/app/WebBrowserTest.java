package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class WebBrowserTest {

    private static final URI PAGE = URI.create("https://example.com/a?b=c&d");

    @Test
    void each_system_has_a_command_of_its_own_and_no_shell_is_between() {
        assertThat(WebBrowser.command("Linux", PAGE)).containsExactly("xdg-open", PAGE.toString());
        assertThat(WebBrowser.command("Mac OS X", PAGE)).containsExactly("open", PAGE.toString());
        assertThat(WebBrowser.command("Windows 11", PAGE))
                .containsExactly("rundll32.exe", "url.dll,FileProtocolHandler", PAGE.toString());
    }
}
