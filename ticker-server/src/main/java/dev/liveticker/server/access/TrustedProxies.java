package dev.liveticker.server.access;

import java.net.InetAddress;
import java.util.List;

/**
 * Whose word is taken for whom a request is from: proxies that this server's operator named. What anyone else says
 * about that is not heard.
 *
 * @param ranges where they are
 * @param form how they say it; the other form is not heard even from them, since a proxy that writes one may pass on
 *     what a client wrote in the other
 */
public record TrustedProxies(List<AddressRange> ranges, Form form) {

    /** How a proxy says whom it speaks for. */
    public enum Form {
        /** {@code X-Forwarded-For} and {@code X-Forwarded-Proto}, as most do. */
        X_FORWARDED,
        /** {@code Forwarded} (RFC 7239). */
        FORWARDED
    }

    public TrustedProxies {
        ranges = List.copyOf(ranges);
    }

    /** Nobody's word. */
    public static TrustedProxies none() {
        return new TrustedProxies(List.of(), Form.X_FORWARDED);
    }

    /**
     * Reads ranges as a person writes them.
     *
     * @throws IllegalArgumentException if one is none; the message says which
     */
    public static TrustedProxies parse(List<String> texts, Form form) {
        return new TrustedProxies(texts.stream().map(AddressRange::parse).toList(), form);
    }

    /** Whether one of them is at this address. */
    public boolean contains(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}
