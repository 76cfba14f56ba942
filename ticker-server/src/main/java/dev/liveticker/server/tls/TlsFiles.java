package dev.liveticker.server.tls;

import java.nio.file.Path;
import java.util.List;

/** Where certificate and key are. */
public sealed interface TlsFiles {

    /** Every file there is to read. */
    List<Path> all();

    /**
     * As PEM (RFC 7468).
     *
     * @param certificates the server's own first, then those that lead to one a client knows
     * @param key in PKCS#8, PKCS#1 (RSA) or SEC 1 (EC), not encrypted; may be the same file
     */
    record Pem(Path certificates, Path key) implements TlsFiles {

        @Override
        public List<Path> all() {
            return List.of(certificates, key);
        }
    }

    /**
     * As a key store, PKCS#12 (RFC 7292) or Java's older one, that holds one key.
     *
     * @param password a file whose first line is the password
     */
    record Store(Path file, Path password) implements TlsFiles {

        @Override
        public List<Path> all() {
            return List.of(file, password);
        }
    }
}
