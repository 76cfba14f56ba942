package dev.liveticker.server.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Who the server is.
 *
 * @param chain its own certificate first; not empty
 */
record ServerIdentity(PrivateKey key, List<X509Certificate> chain) {

    private static final byte[] PROBE = {1, 2, 3};

    ServerIdentity {
        chain = List.copyOf(chain);
    }

    X509Certificate own() {
        return chain.getFirst();
    }

    /** Whether what the key signs, the certificate verifies. */
    boolean belongsTogether() {
        PublicKey other = own().getPublicKey();
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(other);
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            // A key of another kind than the certificate's.
            return false;
        }
    }

    /** What clients will not like about the certificate's dates. */
    Optional<String> complaint(Instant now) {
        Instant from = own().getNotBefore().toInstant();
        Instant until = own().getNotAfter().toInstant();
        if (now.isAfter(until)) {
            return Optional.of("the certificate expired on " + until + ": clients will refuse it");
        }
        return now.isBefore(from)
                ? Optional.of("the certificate is valid from " + from + " only: until then clients will refuse it")
                : Optional.empty();
    }

    /** For new connections, with nothing of an earlier one in it: no session of another certificate is resumed. */
    SSLContext context() throws UnusableIdentityException {
        char[] inMemory = new char[0];
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", key, inMemory, chain.toArray(X509Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, inMemory);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new UnusableIdentityException("the certificate cannot be used: " + e.getMessage(), e);
        }
    }
}
