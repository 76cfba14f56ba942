package dev.liveticker.feed.tls;

import java.time.Instant;

/**
 * A server's certificate, and why there is no connection to whoever shows it.
 *
 * @param server whose address was connected to
 * @param reason what is wrong; the first of those that apply, in the order of the enum
 * @param fingerprint of the certificate that was shown
 * @param subject whom it is for (RFC 4514)
 * @param issuer who signed it (RFC 4514)
 * @param validFrom the first moment it is valid
 * @param validUntil the last moment it is valid
 * @param why for people, in English, without a full stop
 */
public record CertificateRefusal(
        HostPort server,
        Reason reason,
        Fingerprint fingerprint,
        String subject,
        String issuer,
        Instant validFrom,
        Instant validUntil,
        String why) {

    /** What is wrong with a certificate. */
    public enum Reason {
        /** Another one is pinned for this server: it was renewed, or somebody stands in between. */
        CHANGED,
        /** It is for other names than the one that was connected to. */
        WRONG_HOST,
        /** It is not valid yet, or no more. */
        OUT_OF_DATE,
        /** Nobody whom the system trusts has signed it, as for a private server. */
        UNTRUSTED
    }

    /** Whether a person who compared the fingerprint may pin it: for all but a wrong name or date. */
    public boolean mayBePinned() {
        return switch (reason) {
            case CHANGED, UNTRUSTED -> true;
            case WRONG_HOST, OUT_OF_DATE -> false;
        };
    }
}
