package dev.liveticker.server.hub;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a connection is called in the log: a session's own name lets whoever knows it speak for the client. */
public final class ConnectionId {

    private static final int BYTES = 4;

    private ConnectionId() {}

    /** Eight hexadecimal digits, the same for the same session; nothing can be told from them. */
    public static String of(String session) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(session.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
