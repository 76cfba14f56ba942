package dev.liveticker.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NetworkWatchTest {

    private Set<InetAddress> addresses = Set.of();
    private final NetworkWatch watch = new NetworkWatch(() -> addresses);

    private boolean changedTo(String... now) throws UnknownHostException {
        Set<InetAddress> all = new HashSet<>();
        for (String address : now) {
            all.add(InetAddress.getByName(address));
        }
        addresses = all;
        return watch.changed();
    }

    @Test
    void it_is_another_network_once_an_address_is_gone() throws Exception {
        assertThat(changedTo("192.0.2.1", "2001:db8::1")).isFalse();
        assertThat(changedTo("192.0.2.1", "2001:db8::1")).isFalse();
        assertThat(changedTo("192.0.2.7", "2001:db8::1")).isTrue();
        assertThat(changedTo()).isTrue();
    }

    @Test
    void one_more_address_such_as_a_container_s_leaves_connections_alone() throws Exception {
        assertThat(changedTo("192.0.2.1")).isFalse();
        assertThat(changedTo("192.0.2.1", "172.17.0.1", "2001:db8::7")).isFalse();
    }

    @Test
    void a_network_where_there_was_none_is_another() throws Exception {
        assertThat(changedTo()).isFalse();
        assertThat(changedTo("192.0.2.1")).isTrue();
    }

    @Test
    void what_leads_no_further_than_a_link_is_no_address_of_this_machine() {
        assertThat(NetworkWatch.ownAddresses()).noneMatch(InetAddress::isLinkLocalAddress);
    }
}
