package dev.liveticker.server.tls;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import okhttp3.tls.HeldCertificate;

/** Certificates made for one test. */
public final class Certificates {

    private Certificates() {}

    /** For this machine, signed by nobody but itself. */
    public static HeldCertificate selfSigned(String name) {
        return forThisMachine(name).build();
    }

    public static HeldCertificate.Builder forThisMachine(String name) {
        return new HeldCertificate.Builder()
                .commonName(name)
                .addSubjectAlternativeName("localhost")
                .addSubjectAlternativeName("127.0.0.1");
    }

    public static HeldCertificate expired(String name) {
        Instant now = Instant.now();
        return forThisMachine(name)
                .validityInterval(
                        now.minus(Duration.ofDays(2)).toEpochMilli(),
                        now.minus(Duration.ofDays(1)).toEpochMilli())
                .build();
    }

    /** Writes {@code cert.pem} and {@code key.pem}. */
    public static TlsFiles pem(Path folder, HeldCertificate held) throws IOException {
        return new TlsFiles.Pem(
                Files.writeString(folder.resolve("cert.pem"), held.certificatePem()),
                Files.writeString(folder.resolve("key.pem"), held.privateKeyPkcs8Pem()));
    }

    /** Writes {@code server.p12} and {@code password}. */
    public static TlsFiles store(Path folder, HeldCertificate held, String password) throws Exception {
        Path file = folder.resolve("server.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            keyStore(held, password).store(out, password.toCharArray());
        }
        return new TlsFiles.Store(file, Files.writeString(folder.resolve("password"), password + "\n"));
    }

    private static KeyStore keyStore(HeldCertificate held, String password)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "server", held.keyPair().getPrivate(), password.toCharArray(), new X509Certificate[] {held.certificate()
                });
        return store;
    }
}
