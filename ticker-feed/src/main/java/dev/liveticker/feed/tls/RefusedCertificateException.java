package dev.liveticker.feed.tls;

import java.security.cert.CertificateException;

/** Ends a handshake, and carries what is to be told about it. */
public final class RefusedCertificateException extends CertificateException {

    private final transient CertificateRefusal refusal;

    RefusedCertificateException(CertificateRefusal refusal, Throwable cause) {
        super(refusal.why(), cause);
        this.refusal = refusal;
    }

    RefusedCertificateException(CertificateRefusal refusal) {
        super(refusal.why());
        this.refusal = refusal;
    }

    public CertificateRefusal refusal() {
        return refusal;
    }
}
