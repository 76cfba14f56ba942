package dev.liveticker.feed.tls;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * What a pin is for: a server by its name and port, as in its address.
 *
 * @param host in lower case; an IPv6 address in brackets
 */
public record HostPort(String host, int port) {

    private static final int HTTPS = 443;

    public HostPort {
        host = host.toLowerCase(Locale.ROOT);
        if (host.isEmpty() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a host and a port from 1 to 65535 expected");
        }
    }

    /** The host and port of an address that begins with {@code https}. */
    public static Optional<HostPort> of(URI server) {
        if (!"https".equalsIgnoreCase(server.getScheme()) || server.getHost() == null) {
            return Optional.empty();
        }
        return Optional.of(new HostPort(server.getHost(), server.getPort() < 0 ? HTTPS : server.getPort()));
    }

    /** Reads what {@link #toString} writes. */
    public static Optional<HostPort> parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1 || !text.substring(colon + 1).matches("[0-9]{1,5}")) {
            return Optional.empty();
        }
        int port = Integer.parseInt(text.substring(colon + 1));
        return port < 1 || port > 65_535 ? Optional.empty() : Optional.of(new HostPort(text.substring(0, colon), port));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
