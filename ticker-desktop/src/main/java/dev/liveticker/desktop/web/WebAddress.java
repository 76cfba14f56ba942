package dev.liveticker.desktop.web;

import dev.liveticker.feed.ThisMachine;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Reads an address that nobody on the way can change the answer of. */
public final class WebAddress {

    private static final int LONGEST = 2_000;
    private static final int MOST_PORT = 65_535;

    private WebAddress() {}

    /**
     * The address, in ASCII: https, or http on this machine, with a host, and with neither user nor fragment. Nothing
     * if it is no such address.
     */
    public static Optional<URI> parse(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI address = new URI(new URI(stripped).toASCIIString());
            return isSafe(address) ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether two addresses are of one server: scheme, host and port are the same. */
    public static boolean isSameServer(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    private static boolean isSafe(URI address) {
        if (address.getHost() == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            return false;
        }
        boolean port = address.getPort() == -1 || (address.getPort() > 0 && address.getPort() <= MOST_PORT);
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        boolean here = "http".equalsIgnoreCase(address.getScheme()) && ThisMachine.serves(address);
        return port && (secure || here);
    }

    private static int port(URI address) {
        if (address.getPort() != -1) {
            return address.getPort();
        }
        return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }
}
