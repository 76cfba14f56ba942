package dev.liveticker.server.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** What Redis does in one step; each is a Lua file beside this class, which says what it takes and answers. */
enum Script {
    TICK,
    APPEND,
    STORE,
    FOUND,
    SURVEY,
    RELEASE;

    private final String text;
    private final String digest;

    Script() {
        this.text = read(name().toLowerCase(Locale.ROOT) + ".lua");
        this.digest = digest(text);
    }

    String text() {
        return text;
    }

    /** By which Redis knows it once it was loaded: SHA-1, hexadecimal. */
    String digest() {
        return digest;
    }

    private static String read(String name) {
        try (InputStream in = Script.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the server was built without " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
