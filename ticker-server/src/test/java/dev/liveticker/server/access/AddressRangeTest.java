package dev.liveticker.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,       10.255.1.2,        true",
        "10.0.0.0/8,       11.0.0.0,          false",
        "192.0.2.128/25,   192.0.2.127,       false",
        "192.0.2.128/25,   192.0.2.129,       true",
        "192.0.2.7,        192.0.2.7,         true",
        "192.0.2.7,        192.0.2.8,         false",
        "192.0.2.7/32,     192.0.2.7,         true",
        "2001:db8::/32,    2001:db8:1::9,     true",
        "2001:db8::/32,    2001:db9::,        false",
        "2001:db8::/33,    2001:db8:8000::,   false",
        "::1,              ::1,               true",
        "::1,              127.0.0.1,         false",
        "10.0.0.0/8,       ::ffff:10.1.2.3,   true",
        "2001:db8::/32,    10.0.0.1,          false",
    })
    void a_range_holds_what_begins_like_it(String range, String address, boolean holds) {
        assertThat(AddressRange.parse(range).contains(AddressRange.literal(address)))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "example.com/8",
                "10",
                "10.0.0",
                "10.0.0.256",
                "010.0.0.1",
                "10.0.0.0/",
                "10.0.0.0/0",
                "10.0.0.0/33",
                "10.0.0.0/8/8",
                "10.0.0.0/-1",
                "10.0.0.0/08",
                "2001:db8::/129",
                "fe80::1%eth0",
                "[::1]",
                "*"
            })
    void what_is_no_range_is_refused_by_name_and_nothing_is_looked_up(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1/8", "2001:db8::1/64"})
    void a_range_that_does_not_begin_where_it_says_is_likely_a_slip(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text)).hasMessageContaining("longer prefix");
    }

    @Property
    void a_range_holds_an_address_if_and_only_if_their_first_bits_are_alike(
            @ForAll @Size(4) byte[] one, @ForAll @Size(4) byte[] other, @ForAll @IntRange(min = 1, max = 32) int prefix)
            throws Exception {
        AddressRange range = new AddressRange(InetAddress.getByAddress(one), prefix);
        boolean alike = bits(one).subList(0, prefix).equals(bits(other).subList(0, prefix));
        assertThat(range.contains(InetAddress.getByAddress(other))).isEqualTo(alike);
    }

    private static List<Character> bits(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            text.append(String.format("%8s", Integer.toBinaryString(b & 0xFF)).replace(' ', '0'));
        }
        return text.chars().mapToObj(c -> (char) c).toList();
    }
}
