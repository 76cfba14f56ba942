package dev.liveticker.server;

import static dev.liveticker.server.GuardedServer.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On the machine itself anyone may read the meters; through a proxy or from elsewhere it takes an operator. */
class ScrapeAccessTest {

    private GuardedServer guarded;

    @BeforeEach
    void start() throws IOException {
        guarded = new GuardedServer(false);
    }

    @AfterEach
    void stop() throws IOException {
        guarded.close();
    }

    @Test
    void on_the_machine_itself_it_takes_no_token() throws Exception {
        RawHttp.Response answer = guarded.get("/metrics");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(Exposition.parse(answer.body()).families()).containsKey("live_ticker_build_info");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For: 203.0.113.9",
                "Forwarded: for=203.0.113.9",
                "Via: 1.1 proxy",
                "X-Real-IP: 203.0.113.9",
                "X-Forwarded-Proto: https"
            })
    void what_a_proxy_on_the_machine_passes_on_is_from_elsewhere(String header) throws Exception {
        assertThat(guarded.get("/metrics", header).status()).isEqualTo(401);
        assertThat(guarded.get("/metrics", header, bearer(guarded.token("ana"))).status())
                .isEqualTo(403);
        assertThat(guarded.get("/metrics", header, bearer(guarded.operator("olga")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_token_that_is_shown_has_to_be_good() throws Exception {
        assertThat(guarded.get("/metrics", bearer("eyJhbGciOiJIUzI1NiJ9.e30.AAAA"))
                        .status())
                .isEqualTo(401);
        Exposition metrics = Exposition.parse(guarded.get("/metrics").body());
        assertThat(metrics.value("live_ticker_logins_total", "outcome", "invalid"))
                .isEqualTo(1);
        assertThat(metrics.value("live_ticker_refused_total", "reason", "authentication"))
                .isEqualTo(1);
    }

    @Test
    void a_page_of_another_origin_may_not() throws Exception {
        assertThat(guarded.get("/metrics", "Origin: https://evil.example").status())
                .isEqualTo(403);
    }
}
