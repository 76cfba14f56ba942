package dev.liveticker.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Sees to it that a runtime that is shipped trusts whom its JDK trusts, and not whom the machine that builds it trusts
 * besides: {@code Authorities RUNTIME}. On Debian, and with what is packaged for it, a JDK's list of authorities is a
 * link to the machine's own, to which its administrator may have added some, and jlink copies what the link leads to.
 * Then a list is made of what Mozilla trusts, as Debian's package {@code ca-certificates} brings it; OpenJDK's own has
 * the like. Needs nothing but the JDK, so that a build can run this file as it is.
 */
final class Authorities {

    private static final Path LIST = Path.of("lib", "security", "cacerts");
    private static final Path MOZILLA = Path.of("/usr/share/ca-certificates/mozilla");

    private Authorities() {}

    static void main(String[] arguments) throws IOException {
        System.out.println(settle(Path.of(System.getProperty("java.home")), Path.of(arguments[0]), MOZILLA));
    }

    /**
     * Puts another list into a runtime, if its JDK has none of its own.
     *
     * @param jdk the runtime was made of
     * @param mozilla a folder of certificates (PEM, {@code .crt})
     * @return what was done, in a sentence
     * @throws IOException if there is neither a list of the JDK's own nor one of Mozilla's
     */
    static String settle(Path jdk, Path runtime, Path mozilla) throws IOException {
        Path list = jdk.resolve(LIST).toRealPath();
        if (list.startsWith(jdk.toRealPath())) {
            return "The runtime trusts whom its JDK trusts";
        }
        List<Path> certificates = certificates(mozilla);
        if (certificates.isEmpty()) {
            throw new IOException("this JDK trusts whom this machine trusts (" + jdk.resolve(LIST) + " leads to " + list
                    + "), and nobody else should have to: build with a JDK that has a list of its own, such as one from a"
                    + " vendor's archive, or install ca-certificates, which brings " + mozilla);
        }
        write(certificates, runtime.resolve(LIST));
        return "The runtime trusts the " + certificates.size() + " authorities in " + mozilla + ", since its JDK has no"
                + " list of its own";
    }

    private static List<Path> certificates(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".crt"))
                    .sorted()
                    .toList();
        }
    }

    /** As OpenJDK's own is: PKCS#12 without a password, so that everybody can read it; the same bytes every time. */
    private static void write(List<Path> certificates, Path list) throws IOException {
        System.setProperty("keystore.pkcs12.certProtectionAlgorithm", "NONE");
        System.setProperty("keystore.pkcs12.macAlgorithm", "NONE");
        try {
            CertificateFactory reader = CertificateFactory.getInstance("X.509");
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (Path file : certificates) {
                try (InputStream pem = Files.newInputStream(file)) {
                    store.setCertificateEntry(alias(file), reader.generateCertificate(pem));
                }
            }
            // It may be one that only its owner may write.
            Files.deleteIfExists(list);
            try (OutputStream out = Files.newOutputStream(list)) {
                store.store(out, new char[0]);
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("the list of authorities cannot be made", e);
        }
    }

    private static String alias(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.substring(0, name.length() - ".crt".length());
    }
}
