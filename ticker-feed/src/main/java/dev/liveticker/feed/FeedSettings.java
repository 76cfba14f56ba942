package dev.liveticker.feed;

import dev.liveticker.feed.tls.Fingerprint;
import dev.liveticker.message.ClientMessage;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the feed comes from and how.
 *
 * @param server base address, {@code http://} or {@code https://}, such as {@code http://127.0.0.1:8080}
 * @param transport the one to use, or absent to find the best that works
 * @param binary whether to ask for CBOR instead of JSON where the transport can
 * @param compression whether to offer compression
 * @param maxRate quotes a second and symbol at most, above 0 and up to {@value ClientMessage#MOST_RATE}; absent for all
 *     there are. Where nothing else changes, the connection stays
 * @param token where to get what proves who asks
 * @param pin the one certificate to accept from this server, whoever signed it; absent to accept what the system trusts
 */
public record FeedSettings(
        URI server,
        @Nullable Transport transport,
        boolean binary,
        boolean compression,
        @Nullable Double maxRate,
        TokenSource token,
        @Nullable Fingerprint pin) {

    private static final int MOST_PORT = 65_535;

    /**
     * @throws IllegalArgumentException if the address is not http or https, names no host or a port that is none, or
     *     the rate is out of range
     */
    public FeedSettings {
        String scheme = server.getScheme();
        if (!("http".equals(scheme) || "https".equals(scheme)) || server.getHost() == null) {
            throw new IllegalArgumentException("the server's address must look like http://host:port");
        }
        if (server.getPort() == 0 || server.getPort() > MOST_PORT) {
            throw new IllegalArgumentException("the server's port must be from 1 to " + MOST_PORT);
        }
        if (maxRate != null && !(maxRate > 0 && maxRate <= ClientMessage.MOST_RATE)) {
            throw new IllegalArgumentException(
                    "the rate of quotes must be above 0 and at most " + ClientMessage.MOST_RATE);
        }
    }

    /** Of all quotes there are. */
    public FeedSettings(
            URI server,
            @Nullable Transport transport,
            boolean binary,
            boolean compression,
            TokenSource token,
            @Nullable Fingerprint pin) {
        this(server, transport, binary, compression, null, token, pin);
    }

    /** For a server that asks nobody who they are, and without a pin. */
    public FeedSettings(URI server, @Nullable Transport transport, boolean binary, boolean compression) {
        this(server, transport, binary, compression, TokenSource.none(), null);
    }

    public FeedSettings withMaxRate(@Nullable Double newRate) {
        return new FeedSettings(server, transport, binary, compression, newRate, token, pin);
    }
}
