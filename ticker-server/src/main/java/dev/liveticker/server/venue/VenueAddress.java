package dev.liveticker.server.venue;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Where a venue is.
 *
 * @param stream scheme and host of its stream, {@code wss} or {@code ws}, without a path
 * @param requests scheme and host of its requests, {@code https} or {@code http}, without a path
 */
public record VenueAddress(URI stream, URI requests) {

    public static VenueAddress of(String stream, String requests) {
        return new VenueAddress(URI.create(stream), URI.create(requests));
    }

    /**
     * Both at one server, such as one for tests.
     *
     * @param base with {@code http} or {@code https}, and nothing after host and port
     * @throws IllegalArgumentException if it is something else; the message says what is expected
     */
    public static VenueAddress at(URI base) {
        boolean secure = "https".equalsIgnoreCase(base.getScheme());
        boolean bare = base.getPath() == null
                || base.getPath().isEmpty()
                || base.getPath().equals("/");
        if ((!secure && !"http".equalsIgnoreCase(base.getScheme()))
                || base.getHost() == null
                || base.getRawUserInfo() != null
                || base.getRawQuery() != null
                || base.getRawFragment() != null
                || !bare) {
            throw new IllegalArgumentException("http:// or https:// and a host expected, such as https://host:8443");
        }
        String authority = base.getRawAuthority();
        return of((secure ? "wss://" : "ws://") + authority, (secure ? "https://" : "http://") + authority);
    }

    /** Whether a key that is sent there can be read by nobody in between. */
    public boolean isPrivate() {
        return "https".equalsIgnoreCase(requests.getScheme()) || isLoopback(requests.getHost());
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
