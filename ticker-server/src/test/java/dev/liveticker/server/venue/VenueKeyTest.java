package dev.liveticker.server.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VenueKeyTest {

    private static final List<String> NAMES = List.of("THE_ID", "THE_SECRET");

    @TempDir
    Path directory;

    @Test
    void it_is_read_from_the_environment_or_rather_from_a_file() throws IOException {
        Map<String, String> environment = Map.of("THE_ID", " abcdefgh ", "THE_SECRET", "12345678");
        Path file = Files.writeString(directory.resolve("key"), "\nfromfile1\n  fromfile2\r\nmore\n");
        assertThat(VenueKey.read("It", null, NAMES, environment).part(0)).isEqualTo("abcdefgh");
        assertThat(VenueKey.read("It", file, NAMES, environment).part(0)).isEqualTo("fromfile1");
        assertThat(VenueKey.read("It", file, NAMES, environment).part(1)).isEqualTo("fromfile2");
    }

    @Test
    void one_that_is_missing_or_cannot_be_one_is_said_without_repeating_it() throws IOException {
        assertThatThrownBy(() -> VenueKey.read("It", null, NAMES, Map.of("THE_ID", "abcdefgh")))
                .hasMessage(
                        "It wants a key: set THE_ID and THE_SECRET in the environment, or name a file with --key-file");
        assertThatThrownBy(
                        () -> VenueKey.read("It", null, NAMES, Map.of("THE_ID", "abcdefgh", "THE_SECRET", "a b c d e")))
                .hasMessage("THE_SECRET does not look like a key");
        Path half = Files.writeString(directory.resolve("half"), "onlyonelinehere\n");
        assertThatThrownBy(() -> VenueKey.read("It", half, NAMES, Map.of()))
                .hasMessageContaining("does not hold 2 lines")
                .hasMessageNotContaining("onlyoneline");
        Path large = Files.writeString(directory.resolve("large"), "x".repeat(5_000));
        assertThatThrownBy(() -> VenueKey.read("It", large, NAMES, Map.of())).hasMessageContaining("too long");
        assertThatThrownBy(() -> VenueKey.read("It", directory.resolve("none"), NAMES, Map.of()))
                .hasMessageContaining("cannot read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://host", "host:80", "http://host/path", "http://u:p@host", "http://host?x", "ws://host"})
    void an_address_is_scheme_and_host_alone(String url) {
        assertThatThrownBy(() -> VenueAddress.at(URI.create(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("http:// or https:// and a host expected, such as https://host:8443");
    }

    @Test
    void a_key_goes_only_where_nobody_can_listen() {
        assertThat(VenueAddress.at(URI.create("http://127.0.0.1:8080")).isPrivate())
                .isTrue();
        assertThat(VenueAddress.at(URI.create("https://example.org/")).isPrivate())
                .isTrue();
        assertThat(VenueAddress.at(URI.create("http://192.0.2.1")).isPrivate()).isFalse();
        assertThat(VenueAddress.at(URI.create("https://example.org")).stream()).hasToString("wss://example.org");
    }
}
