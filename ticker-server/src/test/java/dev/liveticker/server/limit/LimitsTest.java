package dev.liveticker.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String PROXY = "203.0.113.7";

    private final AtomicLong nanos = new AtomicLong();
    private final Limits limits = new Limits(settings(true), ip(PROXY)::equals, nanos::get);

    private static LimitSettings settings(boolean exemptLoopback) {
        return new LimitSettings(
                Rate.perSecond(10, 2),
                Rate.perSecond(15, 1),
                Rate.perSecond(30, 1),
                Rate.perSecond(5, 1),
                Rate.perSecond(100, 1),
                new Rate(10, 6),
                10,
                3,
                SECOND,
                SECOND,
                1_000,
                exemptLoopback);
    }

    private static InetAddress ip(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void a_connection_may_say_its_burst_then_its_rate_and_is_told_when_to_come_again() {
        Allowance client = limits.connection(ip("192.0.2.1"), null);
        for (int i = 0; i < 10; i++) {
            assertThat(client.take(1)).isInstanceOf(Ruling.Granted.class);
        }
        assertThat(client.take(1)).isEqualTo(new Ruling.Later(Duration.ofMillis(500)));
        pass(Duration.ofMillis(500));
        assertThat(client.take(1)).isInstanceOf(Ruling.Granted.class);
        assertThat(client.take(2)).isEqualTo(new Ruling.Later(SECOND));
    }

    @Test
    void what_costs_more_than_ever_fits_costs_all_there_is() {
        Allowance client = limits.connection(ip("192.0.2.1"), null);
        assertThat(client.take(1_000_000)).isInstanceOf(Ruling.Granted.class);
        assertThat(client.take(1)).isInstanceOf(Ruling.Later.class);
    }

    @Test
    void a_client_that_goes_on_after_twenty_refusals_has_to_go() {
        Allowance client = limits.connection(ip("192.0.2.1"), null);
        client.take(10);
        for (int i = 0; i < 20; i++) {
            assertThat(client.take(1)).isInstanceOf(Ruling.Later.class);
        }
        assertThat(client.take(1)).isInstanceOf(Ruling.Enough.class);
    }

    @Test
    void the_connections_of_a_user_count_together_wherever_they_come_from() {
        limits.connection(ip("192.0.2.1"), "ana").take(10);
        Allowance elsewhere = limits.connection(ip("198.51.100.1"), "ana");
        assertThat(elsewhere.take(5)).isInstanceOf(Ruling.Granted.class);
        assertThat(elsewhere.take(1)).isInstanceOf(Ruling.Later.class);
        assertThat(limits.connection(ip("192.0.2.1"), "ben").take(5)).isInstanceOf(Ruling.Granted.class);
    }

    @Test
    void who_says_later_who_it_is_counts_as_that_user_from_then_on() {
        limits.connection(ip("192.0.2.1"), "ana").take(10);
        limits.connection(ip("192.0.2.2"), "ana").take(5);
        Allowance third = limits.connection(ip("192.0.2.3"), null);
        assertThat(third.take(1)).isInstanceOf(Ruling.Granted.class);
        third.identify("ana");
        assertThat(third.take(1)).isInstanceOf(Ruling.Later.class);
    }

    @Test
    void the_connections_of_an_address_count_together_and_of_a_64_bit_block_of_ipv6_too() {
        for (int i = 0; i < 3; i++) {
            assertThat(limits.connection(ip("2001:db8:1:2::" + i), null).take(10))
                    .isInstanceOf(Ruling.Granted.class);
        }
        assertThat(limits.connection(ip("2001:db8:1:2:ffff::9"), null).take(1)).isInstanceOf(Ruling.Later.class);
        assertThat(limits.connection(ip("2001:db8:1:3::1"), null).take(1)).isInstanceOf(Ruling.Granted.class);
    }

    @Test
    void requests_count_by_address_and_this_machines_own_do_not() {
        for (int i = 0; i < 5; i++) {
            assertThat(limits.request(ip("192.0.2.1"))).isZero();
        }
        assertThat(limits.request(ip("192.0.2.1"))).isEqualTo(SECOND);
        assertThat(limits.request(ip("::ffff:192.0.2.1"))).isEqualTo(SECOND);
        assertThat(limits.request(ip("192.0.2.2"))).isZero();
        for (int i = 0; i < 100; i++) {
            assertThat(limits.request(ip("127.0.0.1"))).isZero();
            assertThat(limits.request(ip("::1"))).isZero();
        }
    }

    @Test
    void of_a_hundred_failed_logins_ten_are_looked_at_and_others_are_not_kept_waiting() {
        InetAddress guesser = ip("192.0.2.1");
        int lookedAt = 0;
        for (int i = 0; i < 100; i++) {
            if (limits.blockedFor(guesser).isZero()) {
                lookedAt++;
                limits.failed(guesser);
            }
        }
        assertThat(lookedAt).isEqualTo(10);
        assertThat(limits.blockedFor(guesser)).isEqualTo(Duration.ofSeconds(10));
        assertThat(limits.blockedFor(ip("192.0.2.2"))).isZero();
        pass(Duration.ofSeconds(10));
        assertThat(limits.blockedFor(guesser)).isZero();
    }

    @Test
    void one_address_fills_its_own_places_and_all_fill_the_whole() {
        OpenConnections connections = limits.connections();
        for (int i = 0; i < 3; i++) {
            assertThat(connections.admit(ip("192.0.2.1"))).isEqualTo(OpenConnections.Admission.OPEN);
        }
        assertThat(connections.admit(ip("192.0.2.1"))).isEqualTo(OpenConnections.Admission.TOO_MANY_OF_ADDRESS);
        connections.gone(ip("192.0.2.1"));
        for (int i = 0; i < 7; i++) {
            assertThat(connections.admit(ip("127.0.0.1"))).isEqualTo(OpenConnections.Admission.OPEN);
        }
        assertThat(connections.admit(ip("127.0.0.1"))).isEqualTo(OpenConnections.Admission.FULL);
        assertThat(connections.admit(ip("192.0.2.9"))).isEqualTo(OpenConnections.Admission.FULL);
        assertThat(connections.count()).isEqualTo(12);
    }

    @Test
    void a_proxys_connections_take_no_place_of_its_address_and_do_not_come_too_often() {
        OpenConnections connections = limits.connections();
        for (int i = 0; i < 9; i++) {
            assertThat(connections.admit(ip(PROXY))).isEqualTo(OpenConnections.Admission.OPEN);
        }
        assertThat(connections.enter(ip(PROXY))).isTrue();
        connections.left(ip(PROXY));
        for (int i = 0; i < 200; i++) {
            assertThat(connections.admit(ip(PROXY))).isEqualTo(OpenConnections.Admission.OPEN);
            connections.gone(ip(PROXY));
        }
        assertThat(connections.count()).isEqualTo(9);
    }

    @Test
    void past_the_places_for_saying_no_a_connection_is_dropped_and_does_not_count() {
        OpenConnections connections = limits.connections();
        int dropped = 0;
        for (int i = 0; i < 100; i++) {
            if (connections.admit(ip("192.0.2.1")) == OpenConnections.Admission.DROPPED) {
                dropped++;
            }
        }
        assertThat(dropped).isEqualTo(100 - 3 - 50);
        assertThat(connections.count()).isEqualTo(53);
    }

    @Test
    void an_address_that_comes_and_goes_all_the_time_is_told_to_wait() {
        OpenConnections connections = limits.connections();
        for (int i = 0; i < 100; i++) {
            assertThat(connections.admit(ip("192.0.2.1"))).isEqualTo(OpenConnections.Admission.OPEN);
            connections.gone(ip("192.0.2.1"));
        }
        assertThat(connections.admit(ip("192.0.2.1"))).isEqualTo(OpenConnections.Admission.TOO_MANY_OF_ADDRESS);
    }

    @Test
    void a_million_addresses_are_not_all_remembered() {
        Buckets<Integer> buckets = new Buckets<>(Rate.perSecond(1, 1), 1_000, nanos::get);
        for (int key = 0; key < 1_000_000; key++) {
            buckets.take(key, 1);
        }
        assertThat(buckets.size()).isLessThanOrEqualTo(1_000);
        pass(Duration.ofSeconds(3));
        assertThat(buckets.size()).isZero();
    }

    @Test
    void bytes_are_set_aside_up_to_the_bound_and_given_back() {
        ByteBudget answers = limits.answers();
        assertThat(answers.take(600)).isTrue();
        assertThat(answers.take(600)).isFalse();
        answers.giveBack(600);
        assertThat(answers.take(1_000)).isTrue();
        assertThat(answers.held()).isEqualTo(1_000);
    }
}
