package dev.liveticker.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OpenSessionsTest {

    private final OpenSessions sessions = new OpenSessions(settings(6, 2));

    /** @param most in all; a twentieth of the connections is kept free, here none */
    private static LimitSettings settings(int most, int perAddress) {
        LimitSettings usual = LimitSettings.defaults();
        return new LimitSettings(
                usual.connectionMessages(),
                usual.userMessages(),
                usual.addressMessages(),
                usual.addressRequests(),
                usual.addressConnections(),
                usual.failedLogins(),
                most,
                perAddress,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                1,
                true);
    }

    private static InetAddress address(String text) throws UnknownHostException {
        return InetAddress.getByName(text);
    }

    @Test
    void so_many_of_an_address_are_admitted_and_one_more_when_one_is_gone() throws Exception {
        assertThat(sessions.admit(address("192.0.2.1"))).isTrue();
        assertThat(sessions.admit(address("192.0.2.1"))).isTrue();
        assertThat(sessions.admit(address("192.0.2.1"))).isFalse();
        assertThat(sessions.admit(address("192.0.2.2"))).isTrue();
        sessions.gone(address("192.0.2.1"));
        assertThat(sessions.admit(address("192.0.2.1"))).isTrue();
    }

    @Test
    void a_network_of_one_customer_counts_as_one_address() throws Exception {
        assertThat(sessions.admit(address("2001:db8::1"))).isTrue();
        assertThat(sessions.admit(address("2001:db8::2"))).isTrue();
        assertThat(sessions.admit(address("2001:db8::3"))).isFalse();
    }

    @Test
    void this_machine_is_limited_in_all_alone() throws Exception {
        for (int i = 0; i < 6; i++) {
            assertThat(sessions.admit(address("127.0.0.1"))).isTrue();
        }
        assertThat(sessions.admit(address("127.0.0.1"))).isFalse();
        // The one that was too many does not count.
        sessions.gone(address("127.0.0.1"));
        assertThat(sessions.admit(address("127.0.0.1"))).isTrue();
    }
}
