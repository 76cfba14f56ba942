package dev.liveticker.desktop.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "https://example.com:8443/a/b.json?c=d",
                "HTTPS://EXAMPLE.com/x",
                "http://localhost:8080/x",
                "http://127.0.0.1/x",
                "http://127.1.2.3:1/x",
                "http://[::1]:8080/x"
            })
    void what_nobody_on_the_way_can_change_may_be_asked(String text) {
        assertThat(WebAddress.parse(" " + text + "\n")).contains(URI.create(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "http://example.com/x",
                "http://localhost.example.com/x",
                "http://127.0.0.1.example.com/x",
                "http://192.168.1.1/x",
                "https://user:secret@example.com/x",
                "https://example.com/x#y",
                "https:///x",
                "https:x",
                "https://example.com:0/",
                "https://example.com:70000/",
                "https://exa mple.com/",
                "ftp://example.com/x",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "-x"
            })
    void nothing_else_may(String text) {
        assertThat(WebAddress.parse(text)).isEmpty();
    }

    @Test
    void what_cannot_be_seen_is_written_out() {
        assertThat(WebAddress.parse("https://example.com/\u202Egpj.exe"))
                .contains(URI.create("https://example.com/%E2%80%AEgpj.exe"));
    }

    @Property(tries = 300)
    void no_text_whatever_makes_it_fail(@ForAll String text) {
        assertThat(WebAddress.parse(text)).isNotNull();
        assertThat(WebAddress.parse("https://" + text)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/x, https://A.example:443/y, true",
        "http://localhost/x, http://localhost:80/, true",
        "https://a.example/x, https://b.example/x, false",
        "https://a.example/x, https://a.example:8443/x, false",
        "https://localhost/x, http://localhost:443/x, false"
    })
    void a_server_is_scheme_host_and_port(String one, String other, boolean same) {
        assertThat(WebAddress.isSameServer(URI.create(one), URI.create(other))).isEqualTo(same);
    }
}
