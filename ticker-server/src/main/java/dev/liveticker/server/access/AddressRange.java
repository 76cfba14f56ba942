package dev.liveticker.server.access;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.regex.Pattern;

/**
 * Addresses that begin alike, as CIDR writes them (RFC 4632, RFC 4291).
 *
 * @param network the first of them
 * @param prefix how many bits they share: 1 to 32, or to 128 for IPv6
 */
public record AddressRange(InetAddress network, int prefix) {

    private static final String OCTET = "(0|[1-9][0-9]{0,2})";
    private static final Pattern V4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
    private static final Pattern LENGTH = Pattern.compile("[1-9][0-9]{0,2}");

    /**
     * Reads one as a person writes it; an address alone is a range of one.
     *
     * @throws IllegalArgumentException if it is none; the message says why
     */
    public static AddressRange parse(String text) {
        String[] parts = text.strip().split("/", -1);
        InetAddress address;
        try {
            address = literal(parts[0]);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no address or range, such as 10.0.0.0/8, 192.0.2.7 or 2001:db8::/32", e);
        }
        int bits = 8 * address.getAddress().length;
        if (parts.length == 1) {
            return new AddressRange(address, bits);
        }
        if (parts.length > 2 || !LENGTH.matcher(parts[1]).matches() || Integer.parseInt(parts[1]) > bits) {
            throw new IllegalArgumentException("'" + text + "': 1 to " + bits + " expected behind the slash");
        }
        AddressRange range = new AddressRange(address, Integer.parseInt(parts[1]));
        if (!range.beginsAtItsNetwork()) {
            throw new IllegalArgumentException(
                    "'" + text + "': bits behind the first " + range.prefix + " are set; is a longer prefix meant?");
        }
        return range;
    }

    /**
     * An address in figures; no name is ever looked up.
     *
     * @throws IllegalArgumentException if it is none, or one with a zone
     */
    public static InetAddress literal(String text) {
        if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
            throw new IllegalArgumentException("no address in figures");
        }
        return InetAddress.ofLiteral(text);
    }

    private boolean beginsAtItsNetwork() {
        byte[] bytes = network.getAddress();
        for (int bit = prefix; bit < 8 * bytes.length; bit++) {
            if (bit(bytes, bit)) {
                return false;
            }
        }
        return true;
    }

    /** Whether an address is one of them. An IPv4 address is in no range of IPv6, and the other way round. */
    public boolean contains(InetAddress address) {
        if (address instanceof Inet4Address != network instanceof Inet4Address) {
            return false;
        }
        byte[] one = network.getAddress();
        byte[] other = address.getAddress();
        for (int bit = 0; bit < prefix; bit++) {
            if (bit(one, bit) != bit(other, bit)) {
                return false;
            }
        }
        return true;
    }

    private static boolean bit(byte[] bytes, int at) {
        return (bytes[at / 8] >> (7 - at % 8) & 1) == 1;
    }
}
