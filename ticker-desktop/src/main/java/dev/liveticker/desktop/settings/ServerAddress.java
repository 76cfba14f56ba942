package dev.liveticker.desktop.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Reads a server's address as people type it. */
public final class ServerAddress {

    private static final int MOST_PORT = 65_535;

    private ServerAddress() {}

    /**
     * The address meant, or nothing if it is none: http or https, a host, and neither user, query nor fragment. Without
     * a scheme, http is meant; a slash at the end is dropped.
     */
    public static Optional<URI> parse(String typed) {
        String text = typed.strip();
        if (!text.contains("://")) {
            text = "http://" + text;
        }
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '/') {
            end--;
        }
        text = text.substring(0, end);
        try {
            URI address = new URI(text);
            boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            boolean plain = address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
            boolean port = address.getPort() == -1 || (address.getPort() > 0 && address.getPort() <= MOST_PORT);
            return http && plain && port && address.getHost() != null ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
