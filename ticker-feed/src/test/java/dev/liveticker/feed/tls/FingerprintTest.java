package dev.liveticker.feed.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HexFormat;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

    @Property
    void what_is_written_is_read_again_in_every_dress(@ForAll @Size(32) byte[] digest) {
        Fingerprint fingerprint = new Fingerprint(HexFormat.of().withUpperCase().formatHex(digest));
        String text = fingerprint.toString();
        assertThat(text).startsWith("SHA256:").hasSize(7 + 95);
        assertThat(Fingerprint.parse(text)).contains(fingerprint);
        assertThat(Fingerprint.parse(" " + text.toLowerCase(Locale.ROOT) + "\n"))
                .contains(fingerprint);
        assertThat(Fingerprint.parse(fingerprint.hex())).contains(fingerprint);
        assertThat(Fingerprint.parse(text.substring(7).replace(':', ' '))).contains(fingerprint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SHA256:", "SHA256:AB", "MD5:00", "nonsense"})
    void what_is_no_sha_256_is_not_read(String text) {
        assertThat(Fingerprint.parse(text)).isEmpty();
        assertThat(Fingerprint.parse(text + "0".repeat(65))).isEmpty();
    }

    @Test
    void it_is_of_the_whole_certificate() {
        HeldCertificate one = new HeldCertificate.Builder().build();
        HeldCertificate other =
                new HeldCertificate.Builder().keyPair(one.keyPair()).build();
        assertThat(Fingerprint.of(one.certificate()))
                .isEqualTo(Fingerprint.of(one.certificate()))
                .isNotEqualTo(Fingerprint.of(other.certificate()));
    }

    @ParameterizedTest
    @CsvSource({
        "https://Ticker.Example, ticker.example:443",
        "https://ticker.example:8443/base, ticker.example:8443",
        "https://[::1]:8443, [::1]:8443",
        "https://127.0.0.1:1, 127.0.0.1:1"
    })
    void a_pin_is_for_a_host_and_a_port(String address, String written) {
        HostPort place = HostPort.of(URI.create(address)).orElseThrow();
        assertThat(place).hasToString(written);
        assertThat(HostPort.parse(written)).contains(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":1", "host", "host:", "host:0", "host:65536", "host:x", "host:-1"})
    void what_is_no_host_and_port_is_not_read(String text) {
        assertThat(HostPort.parse(text)).isEmpty();
    }

    @Test
    void an_address_without_tls_has_nothing_to_pin() {
        assertThat(HostPort.of(URI.create("http://ticker.example"))).isEmpty();
        assertThatThrownBy(() -> new HostPort("", 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
