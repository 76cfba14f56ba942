package dev.liveticker.server.limit;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * Whom an address stands for: an IPv4 address for itself, an IPv6 address for its /64, which is what one customer is
 * given at the least (RFC 6177), so that nobody counts as 2^64 clients.
 */
record AddressBlock(boolean v6, long bits) {

    static AddressBlock of(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        // An IPv4 address in IPv6's clothes (::ffff:a.b.c.d) is already read as what it is.
        return address instanceof Inet4Address
                ? new AddressBlock(false, bytes.getInt() & 0xFFFF_FFFFL)
                : new AddressBlock(true, bytes.getLong());
    }
}
