package dev.liveticker.feed.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may sign certificates on this machine: those that Java knows, and those that the operating system knows. */
final class SystemTrust {

    private static final Logger LOG = LoggerFactory.getLogger(SystemTrust.class);

    /** Where Linux distributions keep them: Debian, Fedora, SUSE, Alpine. */
    private static final List<Path> BUNDLES = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
            Path.of("/etc/ssl/ca-bundle.pem"),
            Path.of("/etc/ssl/cert.pem"));

    private static final long MOST_BYTES = 16 << 20;

    private SystemTrust() {}

    /** Reading it takes a moment, and only who connects by TLS needs it. */
    private static final class Machine {

        private static final X509ExtendedTrustManager TRUST = load(BUNDLES, systemStores());
    }

    static X509ExtendedTrustManager ofMachine() {
        return Machine.TRUST;
    }

    /** Java's own, the first bundle that there is, and the stores of these names. */
    static X509ExtendedTrustManager load(List<Path> bundles, List<String> stores) {
        Set<X509Certificate> issuers = new LinkedHashSet<>(List.of(manager(null).getAcceptedIssuers()));
        bundles.stream().filter(Files::isReadable).findFirst().ifPresent(bundle -> issuers.addAll(read(bundle)));
        stores.forEach(name -> issuers.addAll(open(name)));
        return of(issuers);
    }

    /** Trusts these and no others. */
    static X509ExtendedTrustManager of(Iterable<X509Certificate> issuers) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int number = 0;
            for (X509Certificate issuer : issuers) {
                store.setCertificateEntry("issuer-" + number++, issuer);
            }
            return manager(store);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a store in memory cannot fail", e);
        }
    }

    private static List<String> systemStores() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return List.of("Windows-ROOT");
        }
        return system.startsWith("mac") ? List.of("KeychainStore", "KeychainStore-ROOT") : List.of();
    }

    private static X509ExtendedTrustManager manager(@Nullable KeyStore store) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            Optional<X509ExtendedTrustManager> manager = Arrays.stream(factory.getTrustManagers())
                    .filter((TrustManager each) -> each instanceof X509ExtendedTrustManager)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst();
            return manager.orElseThrow(() -> new IllegalStateException("Java has no trust manager for X.509"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java's own trusted certificates cannot be read", e);
        }
    }

    private static Set<X509Certificate> read(Path bundle) {
        Set<X509Certificate> found = new LinkedHashSet<>();
        try (InputStream in = Files.newInputStream(bundle)) {
            if (Files.size(bundle) > MOST_BYTES) {
                throw new IOException("too large");
            }
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                found.add((X509Certificate) certificate);
            }
        } catch (IOException | CertificateException e) {
            LOG.warn("The system's certificates in {} cannot be read; Java's own are used", bundle, e);
        }
        return found;
    }

    private static Set<X509Certificate> open(String name) {
        Set<X509Certificate> found = new LinkedHashSet<>();
        try {
            KeyStore store = KeyStore.getInstance(name);
            store.load(null, null);
            for (String alias : Collections.list(store.aliases())) {
                if (store.isCertificateEntry(alias) && store.getCertificate(alias) instanceof X509Certificate x509) {
                    found.add(x509);
                }
            }
        } catch (GeneralSecurityException | IOException e) {
            LOG.info("The system's store {} cannot be read", name, e);
        }
        return found;
    }
}
