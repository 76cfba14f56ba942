package dev.liveticker.feed.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The SHA-256 of a certificate, by which two people can tell over the telephone that they see the same one.
 *
 * @param hex 64 digits, in upper case
 */
public record Fingerprint(String hex) {

    private static final String PREFIX = "SHA256:";
    private static final String PATTERN = "[0-9A-F]{64}";
    private static final HexFormat PAIRS = HexFormat.ofDelimiter(":").withUpperCase();

    /** @throws IllegalArgumentException if it is not of that form */
    public Fingerprint {
        if (!hex.matches(PATTERN)) {
            throw new IllegalArgumentException("64 hexadecimal digits in upper case expected");
        }
    }

    /** Of a whole certificate, as {@code openssl x509 -fingerprint -sha256} and browsers show it. */
    public static Fingerprint of(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return new Fingerprint(HexFormat.of().withUpperCase().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without an encoding", e);
        }
    }

    /** Reads {@code SHA256:AB:CD:…}; the prefix and the colons may be missing, and digits be in lower case. */
    public static Optional<Fingerprint> parse(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        String digits = upper.startsWith(PREFIX) ? upper.substring(PREFIX.length()) : upper;
        String hex = digits.replaceAll("[:\\s]", "");
        return hex.matches(PATTERN) ? Optional.of(new Fingerprint(hex)) : Optional.empty();
    }

    /** Such as {@code SHA256:AB:CD:…}, which {@link #parse} reads. */
    @Override
    public String toString() {
        return PREFIX + PAIRS.formatHex(HexFormat.of().parseHex(hex));
    }
}
