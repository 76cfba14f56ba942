package dev.liveticker.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.server.access.TrustedProxies;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a request is from, by what its proxies say and its sender may have made up. */
class ForwardedClientTest {

    private static final TrustedProxies OURS = TrustedProxies.parse(
            List.of("10.0.0.0/8", "127.0.0.1", "2001:db8:1::/48"), TrustedProxies.Form.X_FORWARDED);

    private static String address(Optional<ForwardedClient> client) {
        return client.map(found -> found.address().getHostAddress()).orElse("nobody");
    }

    private static String xForwarded(String... values) {
        return address(ForwardedClient.ofXForwarded(Arrays.asList(values), List.of(), OURS));
    }

    private static String forwarded(String... values) {
        return address(ForwardedClient.ofForwarded(Arrays.asList(values), OURS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.1                                  | 198.51.100.1",
                "203.0.113.9, 198.51.100.1                     | 198.51.100.1",
                "127.0.0.1, 198.51.100.1                       | 198.51.100.1",
                "203.0.113.9, 198.51.100.1, 10.1.1.1, 10.2.2.2 | 198.51.100.1",
                "203.0.113.9, 198.51.100.1, 2001:db8:1::7      | 198.51.100.1",
                "10.1.1.1, 10.2.2.2                            | 10.1.1.1",
                "2001:DB8:2::9                                 | 2001:db8:2:0:0:0:0:9",
                "[2001:db8:2::9]:4711                          | 2001:db8:2:0:0:0:0:9",
                "198.51.100.1:4711                             | 198.51.100.1",
                "::ffff:198.51.100.1                           | 198.51.100.1",
                "203.0.113.9, unknown                          | 0.0.0.0",
                "unknown, 198.51.100.1                         | 198.51.100.1",
                "203.0.113.9, junk, 10.1.1.1                   | 0.0.0.0",
                "203.0.113.9, 198.51.100.300                   | 0.0.0.0",
                "203.0.113.9, fe80::1%eth0                     | 0.0.0.0",
                "203.0.113.9, localhost                        | 0.0.0.0",
                ", ,198.51.100.1, ,                            | 198.51.100.1",
                "' '                                           | nobody",
            })
    void the_last_hop_that_is_none_of_ours_is_the_client(String field, String client) {
        assertThat(xForwarded(field)).isEqualTo(client);
    }

    @Test
    void several_fields_are_one_list() {
        assertThat(xForwarded("203.0.113.9", "198.51.100.1, 10.1.1.1", "10.2.2.2"))
                .isEqualTo("198.51.100.1");
        assertThat(forwarded("for=203.0.113.9", "for=198.51.100.1", "for=10.1.1.1"))
                .isEqualTo("198.51.100.1");
        assertThat(xForwarded()).isEqualTo("nobody");
        assertThat(forwarded()).isEqualTo("nobody");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=198.51.100.1;proto=https;by=10.1.1.1                | 198.51.100.1",
                "For=\"198.51.100.1:80\"                                 | 198.51.100.1",
                "for=198.51.100.1:80                                     | 198.51.100.1",
                "proto=https ; for=\"[2001:db8:2::9]:4711\"              | 2001:db8:2:0:0:0:0:9",
                "for=203.0.113.9, for=198.51.100.1;by=_x, for=10.1.1.1   | 198.51.100.1",
                "for=203.0.113.9, for=_hidden                            | 0.0.0.0",
                "for=203.0.113.9, for=unknown                            | 0.0.0.0",
                "for=203.0.113.9, by=10.1.1.1                            | 0.0.0.0",
                "for=\"a\\\"b, for=198.51.100.1\", for=203.0.113.9       | 203.0.113.9",
            })
    void the_standard_s_field_is_read_as_the_standard_says(String field, String client) {
        assertThat(forwarded(field)).isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for=\"198.51.100.1",
                "for=\"junk, for=198.51.100.1",
                "for=198.51.100.1;for=203.0.113.9",
                "for = 198.51.100.1",
                "for",
                "=198.51.100.1",
                "for=198.51.100.1 proto=https",
                "for=(198.51.100.1)",
                "for=\"x\\"
            })
    void a_malformed_field_leaves_the_client_unknown_and_never_this_machine(String field) {
        assertThat(forwarded(field)).isEqualTo("0.0.0.0");
        assertThat(forwarded(field, "for=198.51.100.1")).isEqualTo("198.51.100.1");
    }

    @Test
    void the_scheme_is_the_one_said_of_the_client() {
        assertThat(schemeOf(List.of("203.0.113.9, 198.51.100.1"), List.of("https")))
                .isEqualTo("https");
        assertThat(schemeOf(List.of("203.0.113.9, 198.51.100.1, 10.1.1.1"), List.of("http, https, http")))
                .isEqualTo("https");
        assertThat(schemeOf(List.of("198.51.100.1"), List.of("https, http"))).isNull();
        assertThat(schemeOf(List.of("198.51.100.1"), List.of("gopher"))).isNull();
        assertThat(schemeOf(List.of("198.51.100.1"), List.of())).isNull();
        assertThat(ForwardedClient.ofForwarded(
                        List.of("for=203.0.113.9;proto=http, for=198.51.100.1;proto=HTTPS, for=10.1.1.1;proto=http"),
                        OURS))
                .get()
                .extracting(ForwardedClient::scheme)
                .isEqualTo("https");
    }

    private static String schemeOf(List<String> addresses, List<String> schemes) {
        return ForwardedClient.ofXForwarded(addresses, schemes, OURS)
                .orElseThrow()
                .scheme();
    }

    @Property
    void whatever_a_client_sends_first_what_our_proxy_adds_decides(
            @ForAll @AlphaChars @NumericChars @Chars({',', ';', '=', '"', '\\', ' ', '.', ':', '[', ']', '-', '%'})
                    String made) {
        assertThat(xForwarded(made, "198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(xForwarded(made + ", 198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(forwarded(made, "for=198.51.100.1")).isEqualTo("198.51.100.1");
        // On one line a quote left open hides what follows it; then nobody knows.
        assertThat(forwarded(made + ", for=198.51.100.1")).isIn("198.51.100.1", "0.0.0.0");
    }
}
