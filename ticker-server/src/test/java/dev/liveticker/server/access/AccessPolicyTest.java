package dev.liveticker.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveticker.model.Symbol;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessPolicyTest {

    private static final String OWN = "http://127.0.0.1:8080";

    @Test
    void an_origin_is_allowed_letter_by_letter() {
        Origins origins = Origins.parse(List.of("https://Board.example:443", "http://dev.example:3000"), false);
        assertThat(origins.allow(List.of("https://board.example"), OWN)).isTrue();
        assertThat(origins.allow(List.of("http://dev.example:3000"), OWN)).isTrue();
        assertThat(origins.allow(List.of(OWN), OWN)).isTrue();
        assertThat(origins.allow(List.of(), OWN)).isTrue();
        assertThat(origins.hosts()).containsExactlyInAnyOrder("board.example", "dev.example");
        for (String foreign : List.of(
                "null",
                "",
                "*",
                "http://board.example",
                "https://board.example:444",
                "https://board.example.evil.example",
                "https://evil.example/https://board.example",
                "https://xboard.example",
                "http://127.0.0.1:8081",
                "https://127.0.0.1:8080")) {
            assertThat(origins.allow(List.of(foreign), OWN)).as(foreign).isFalse();
        }
        assertThat(origins.allow(List.of(OWN, "https://evil.example"), OWN)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "http://my_board:3000, my_board",
        "https://a..b, a..b",
        "http://1.2.3.4.5, 1.2.3.4.5",
        "http://[::1]:3000, [::1]",
        "https://[::1], [::1]",
    })
    void a_loopback_server_goes_by_the_host_of_an_allowed_origin_however_odd_that_is(String origin, String host) {
        Origins origins = Origins.parse(List.of(origin), false);
        assertThat(origins.hosts()).containsExactly(host);
        assertThat(new LoopbackHosts(origins.hosts()).allow(host + ":8080")).isTrue();
    }

    @Test
    void requests_without_an_origin_can_be_refused() {
        assertThat(Origins.parse(List.of(), true).allow(List.of(), OWN)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "null", "", "board.example", "https://board.example/", "https://a b", "ftp://a"})
    void what_is_no_origin_is_not_taken_for_one(String text) {
        assertThatThrownBy(() -> Origins.parse(List.of(text), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void a_loopback_server_goes_by_its_own_names_alone() {
        LoopbackHosts hosts = new LoopbackHosts(Set.of("board.example"));
        for (String own : List.of(
                "localhost",
                "LOCALHOST:8080",
                "a.localhost",
                "127.0.0.1:9",
                "127.1.2.3",
                "[::1]:80",
                "board.example")) {
            assertThat(hosts.allow(own)).as(own).isTrue();
        }
        for (String foreign : List.of(
                "evil.example",
                "evil.example:8080",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "",
                "0.0.0.0")) {
            assertThat(hosts.allow(foreign)).as(foreign).isFalse();
        }
    }

    @Test
    void listening_to_others_takes_tls_and_tokens() {
        assertThat(ListenPolicy.objection(true, true)).isEmpty();
        assertThat(ListenPolicy.objection(false, false))
                .hasValueSatisfying(why -> assertThat(why).contains("without TLS and tokens", "anyone"));
        assertThat(ListenPolicy.objection(true, false))
                .hasValueSatisfying(why -> assertThat(why).contains("without tokens", "anyone"));
        assertThat(ListenPolicy.objection(false, true))
                .hasValueSatisfying(why -> assertThat(why).contains("without TLS ", "take the tokens"));
    }

    @Test
    void symbols_are_named_one_by_one_or_by_how_they_begin() {
        AllowedSymbols some = AllowedSymbols.parse(List.of("aapl", "EUR*"));
        assertThat(some.allows(Symbol.of("AAPL"))).isTrue();
        assertThat(some.allows(Symbol.of("EURUSD=X"))).isTrue();
        assertThat(some.allows(Symbol.of("AAP"))).isFalse();
        assertThat(AllowedSymbols.parse(List.of("AAPL", "*"))).isEqualTo(AllowedSymbols.everything());
        assertThat(AllowedSymbols.parse(List.of())).isEqualTo(AllowedSymbols.nothing());
        assertThatThrownBy(() -> AllowedSymbols.parse(List.of("A*B"))).isInstanceOf(IllegalArgumentException.class);
    }
}
