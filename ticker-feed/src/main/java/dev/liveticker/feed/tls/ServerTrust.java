package dev.liveticker.feed.tls;

import java.net.Socket;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Judges the certificate of one server. Without a pin it must be one the system trusts and be for that server's name;
 * with one it must be the pinned one, and then nothing else matters: a pin was made by a person for exactly this host
 * and port, and stands in for issuer, names and dates. A pinned server that shows another certificate is refused even
 * if the system trusts that one.
 */
final class ServerTrust extends X509ExtendedTrustManager {

    private final HostPort server;
    private final @Nullable Fingerprint pin;
    private final Supplier<X509ExtendedTrustManager> system;

    /** @param system asked only when there is no pin, since it may take a moment */
    ServerTrust(HostPort server, @Nullable Fingerprint pin, Supplier<X509ExtendedTrustManager> system) {
        this.server = server;
        this.pin = pin;
        this.system = system;
    }

    /** Checks a chain, and against what name the connection was made. */
    @FunctionalInterface
    private interface Check {

        void run(X509ExtendedTrustManager trust, X509Certificate[] shown) throws CertificateException;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        judge(chain, (trust, shown) -> trust.checkServerTrusted(shown, kind, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        judge(chain, (trust, shown) -> trust.checkServerTrusted(shown, kind, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("the name of the server cannot be checked without its connection");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("for servers only");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        throw new CertificateException("for servers only");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        throw new CertificateException("for servers only");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        // A hint for clients that choose a certificate of their own; there are none here.
        return new X509Certificate[0];
    }

    private void judge(X509Certificate[] chain, Check check) throws CertificateException {
        X509Certificate own = chain[0];
        if (pin != null) {
            if (!pin.equals(Fingerprint.of(own))) {
                throw new RefusedCertificateException(refusal(
                        own,
                        CertificateRefusal.Reason.CHANGED,
                        server + " shows another certificate than the one pinned for it"));
            }
            return;
        }
        try {
            check.run(system.get(), chain);
        } catch (CertificateException e) {
            throw new RefusedCertificateException(explain(own, check), e);
        }
    }

    private CertificateRefusal explain(X509Certificate own, Check check) {
        if (!isForServer(own, check)) {
            return refusal(
                    own,
                    CertificateRefusal.Reason.WRONG_HOST,
                    "the certificate is for " + CertificateNames.of(own) + ", not for " + server.host());
        }
        Instant now = Instant.now();
        if (now.isAfter(own.getNotAfter().toInstant())) {
            return refusal(
                    own,
                    CertificateRefusal.Reason.OUT_OF_DATE,
                    "the certificate of " + server + " expired on "
                            + own.getNotAfter().toInstant());
        }
        if (now.isBefore(own.getNotBefore().toInstant())) {
            return refusal(
                    own,
                    CertificateRefusal.Reason.OUT_OF_DATE,
                    "the certificate of " + server + " is not valid before "
                            + own.getNotBefore().toInstant());
        }
        return refusal(
                own,
                CertificateRefusal.Reason.UNTRUSTED,
                "nobody whom this computer trusts has signed the certificate of " + server);
    }

    /** Asks Java's own check, for which a certificate that is trusted by itself can only be wrong in its names. */
    private static boolean isForServer(X509Certificate own, Check check) {
        try {
            check.run(SystemTrust.of(List.of(own)), new X509Certificate[] {own});
            return true;
        } catch (CertificateException e) {
            // Or too weak to be used at all, which has a cause of its own.
            return e.getCause() instanceof CertPathValidatorException;
        }
    }

    private CertificateRefusal refusal(X509Certificate own, CertificateRefusal.Reason reason, String why) {
        return new CertificateRefusal(
                server,
                reason,
                Fingerprint.of(own),
                own.getSubjectX500Principal().getName(),
                own.getIssuerX500Principal().getName(),
                own.getNotBefore().toInstant(),
                own.getNotAfter().toInstant(),
                why);
    }
}
