package dev.liveticker.server.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Reads certificate and key from their files. */
final class IdentityReader {

    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private IdentityReader() {}

    /** @throws UnusableIdentityException if they cannot be had, or do not belong together */
    static ServerIdentity read(TlsFiles files) throws UnusableIdentityException {
        ServerIdentity identity = switch (files) {
            case TlsFiles.Pem(Path certificates, Path key) -> new ServerIdentity(key(key), certificates(certificates));
            case TlsFiles.Store(Path file, Path password) -> store(file, password);
        };
        if (!identity.belongsTogether()) {
            throw new UnusableIdentityException(
                    switch (files) {
                        case TlsFiles.Pem(Path certificates, Path key) ->
                            "the key in " + key + " is not the one of the first certificate in " + certificates;
                        case TlsFiles.Store(Path file, Path ignored) ->
                            "the key in " + file + " is not the one of its certificate";
                    });
        }
        return identity;
    }

    private static List<X509Certificate> certificates(Path file) throws UnusableIdentityException {
        List<X509Certificate> chain = new ArrayList<>();
        for (PemBlock block : blocks(file)) {
            if (block.label().equals("CERTIFICATE")) {
                try {
                    chain.add((X509Certificate) CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(block.bytes())));
                } catch (GeneralSecurityException | IllegalArgumentException e) {
                    throw new UnusableIdentityException(
                            "certificate " + (chain.size() + 1) + " in " + file + " is broken", e);
                }
            }
        }
        if (chain.isEmpty()) {
            throw new UnusableIdentityException(file + " holds no certificate (-----BEGIN CERTIFICATE----- expected)");
        }
        return chain;
    }

    private static PrivateKey key(Path file) throws UnusableIdentityException {
        for (PemBlock block : blocks(file)) {
            if (block.label().endsWith("PRIVATE KEY")) {
                return key(file, block);
            }
        }
        throw new UnusableIdentityException(file + " holds no private key (-----BEGIN PRIVATE KEY----- expected)");
    }

    private static PrivateKey key(Path file, PemBlock block) throws UnusableIdentityException {
        if (block.encrypted()) {
            throw new UnusableIdentityException("the key in " + file
                    + " is encrypted, and nobody is there to type its password: write it without one (openssl pkey -in "
                    + file.getFileName() + " -out plain.pem) or use --tls-keystore with --tls-password-file");
        }
        PKCS8EncodedKeySpec encoded;
        try {
            encoded = new PKCS8EncodedKeySpec(
                    switch (block.label()) {
                        case "RSA PRIVATE KEY" -> KeyEncoding.ofRsa(block.bytes());
                        case "EC PRIVATE KEY" -> KeyEncoding.ofEc(block.bytes());
                        default -> block.bytes();
                    });
        } catch (IllegalArgumentException e) {
            throw new UnusableIdentityException("the key in " + file + " is broken", e);
        }
        InvalidKeySpecException last = new InvalidKeySpecException("no algorithm");
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (InvalidKeySpecException e) {
                // PKCS#8 names its algorithm only inside, so the next one may be it.
                last = e;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has " + algorithm, e);
            }
        }
        throw new UnusableIdentityException(
                "the key in " + file + " is broken, or of a kind that is not RSA, EC or EdDSA", last);
    }

    private static List<PemBlock> blocks(Path file) throws UnusableIdentityException {
        return PemBlock.all(FileBytes.read(file));
    }

    private static ServerIdentity store(Path file, Path passwordFile) throws UnusableIdentityException {
        byte[] bytes = FileBytes.read(file);
        char[] password = password(passwordFile);
        try {
            // PKCS12 means either, since the JDK looks at what it is given.
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), password);
            return only(file, store, password);
        } catch (UnrecoverableKeyException e) {
            throw wrongPassword(file, passwordFile, e);
        } catch (IOException e) {
            if (e instanceof UnusableIdentityException known) {
                throw known;
            }
            throw e.getCause() instanceof UnrecoverableKeyException
                    ? wrongPassword(file, passwordFile, e)
                    : new UnusableIdentityException(file + " is no key store", e);
        } catch (GeneralSecurityException e) {
            throw new UnusableIdentityException(file + " cannot be used: " + e.getMessage(), e);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static UnusableIdentityException wrongPassword(Path file, Path passwordFile, Exception cause) {
        return new UnusableIdentityException(
                "the password in " + passwordFile + " does not open the key store " + file, cause);
    }

    private static ServerIdentity only(Path file, KeyStore store, char[] password)
            throws GeneralSecurityException, UnusableIdentityException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (keys.size() != 1) {
            throw new UnusableIdentityException(file + " holds " + (keys.isEmpty() ? "no key" : keys.size() + " keys")
                    + ", and one with its certificate is expected");
        }
        Key key = store.getKey(keys.getFirst(), password);
        Certificate[] chain = store.getCertificateChain(keys.getFirst());
        if (!(key instanceof PrivateKey own) || chain == null || chain.length == 0) {
            throw new UnusableIdentityException(file + " holds no private key with a certificate");
        }
        List<X509Certificate> certificates = new ArrayList<>();
        for (Certificate certificate : chain) {
            if (!(certificate instanceof X509Certificate x509)) {
                throw new UnusableIdentityException(file + " holds a certificate that is not X.509");
            }
            certificates.add(x509);
        }
        return new ServerIdentity(own, certificates);
    }

    private static char[] password(Path file) throws UnusableIdentityException {
        String text = new String(FileBytes.read(file), StandardCharsets.UTF_8);
        return text.lines().findFirst().orElse("").toCharArray();
    }
}
