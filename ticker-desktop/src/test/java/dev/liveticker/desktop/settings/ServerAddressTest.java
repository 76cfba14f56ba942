package dev.liveticker.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080, http://127.0.0.1:8080",
        "' https://feed.example/ ', https://feed.example",
        "feed.example:8080, http://feed.example:8080",
        "http://[::1]:8080, http://[::1]:8080",
        "https://feed.example/ticker/, https://feed.example/ticker"
    })
    void an_address_is_read_as_people_type_it(String typed, String meant) {
        assertThat(ServerAddress.parse(typed)).contains(URI.create(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "http://",
                "ftp://host",
                "ws://host:1",
                "http://host:70000",
                "http://host:0",
                "http://ho st",
                "http://user:secret@host",
                "http://host?token=1",
                "http://host#x",
                "file:///etc/passwd"
            })
    void what_is_no_address_is_none(String typed) {
        assertThat(ServerAddress.parse(typed)).isEmpty();
    }

    @Test
    @Timeout(60)
    void slashes_at_the_end_are_dropped_however_many() {
        assertThat(ServerAddress.parse("http://host:8080" + "/".repeat(2_000_000)))
                .contains(URI.create("http://host:8080"));
    }
}
