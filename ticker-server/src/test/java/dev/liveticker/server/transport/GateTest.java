package dev.liveticker.server.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.liveticker.model.Channel;
import dev.liveticker.server.access.AccessSettings;
import dev.liveticker.server.access.AllowedSymbols;
import dev.liveticker.server.access.Origins;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.limit.LoginGuard;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {

    private static final class Blocking implements LoginGuard {
        private final Duration time;

        private Blocking(Duration time) {
            this.time = time;
        }

        @Override
        public Duration blockedFor(InetAddress address) {
            return time;
        }

        @Override
        public void failed(InetAddress address) {}
    }

    @ParameterizedTest
    @CsvSource({"PT0.2S, 1", "PT1S, 1", "PT1.001S, 2", "PT9.9S, 10"})
    void whoever_comes_again_when_told_is_not_too_early(Duration blocked, String seconds) {
        AccessSettings settings = new AccessSettings(_ -> Principal.local(), false, Origins.own());
        Gate gate = new Gate(settings, "feed.example", false, new Blocking(blocked));
        HttpServerExchange exchange = new HttpServerExchange(null);
        exchange.setSourceAddress(new InetSocketAddress("203.0.113.7", 1));
        exchange.getRequestHeaders().put(Headers.AUTHORIZATION, "Bearer anything");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> gate.identify(exchange, Gate.Demand.KNOWN))
                .satisfies(refused -> assertThat(refused.problem().status()).isEqualTo(429));
        assertThat(exchange.getResponseHeaders().getFirst(Headers.RETRY_AFTER)).isEqualTo(seconds);
    }

    @Test
    void connections_count_by_user_but_for_nobody_and_for_the_one_user_of_this_machine() {
        Principal named =
                new Principal("local", EnumSet.allOf(Channel.class), AllowedSymbols.everything(), Instant.MAX, false);
        assertThat(RequestGate.counted(named)).isEqualTo("local");
        assertThat(RequestGate.counted(Principal.local())).isNull();
        assertThat(RequestGate.counted(Principal.anonymous())).isNull();
    }
}
