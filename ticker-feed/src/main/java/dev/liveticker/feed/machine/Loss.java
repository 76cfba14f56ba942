package dev.liveticker.feed.machine;

import dev.liveticker.feed.tls.CertificateRefusal;
import dev.liveticker.message.End;
import dev.liveticker.message.Failure;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a connection ended, or never came about.
 *
 * @param kind what is to be done about it
 * @param retryAfter what the server asked to wait at least; zero if nothing
 * @param why for people, in English, without a full stop
 * @param certificate the server's, if that is why
 */
public record Loss(
        Kind kind,
        Duration retryAfter,
        String why,
        @Nullable CertificateRefusal certificate) {

    /** What an end asks of the client; the table of ends in the protocol. */
    public enum Kind {
        /** Nobody answers at the address, so no other transport will do better. */
        UNREACHABLE,
        /** The server, or something before it, does not offer this transport. */
        UNSUITABLE,
        /** The connection broke, fell silent or carried nonsense. */
        BROKEN,
        /** The server said good-bye in good order. */
        GOOD_BYE,
        /** The server asks to be spared for a while. */
        OVERLOADED,
        /** The server does not know who asks, or not any more; no transport will do better. */
        UNAUTHENTICATED,
        /** The server could not prove that it is the one that was meant; on every transport it would show the same. */
        UNTRUSTED,
        /** The server will not have it; trying the same again would not help. */
        REFUSED
    }

    /** What a server may ask for at most; more is taken for a mistake. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    public Loss {
        if (retryAfter.isNegative()) {
            retryAfter = Duration.ZERO;
        } else if (retryAfter.compareTo(LONGEST_WAIT) > 0) {
            retryAfter = LONGEST_WAIT;
        }
    }

    /** For any other reason than the server's certificate. */
    public Loss(Kind kind, Duration retryAfter, String why) {
        this(kind, retryAfter, why, null);
    }

    public static Loss untrusted(CertificateRefusal certificate) {
        return new Loss(Kind.UNTRUSTED, Duration.ZERO, certificate.why(), certificate);
    }

    public static Loss unreachable(String why) {
        return new Loss(Kind.UNREACHABLE, Duration.ZERO, why);
    }

    public static Loss unsuitable(String why) {
        return new Loss(Kind.UNSUITABLE, Duration.ZERO, why);
    }

    public static Loss broken(String why) {
        return new Loss(Kind.BROKEN, Duration.ZERO, why);
    }

    /** The server ended a stream that has no word for good-bye. */
    public static Loss ended() {
        return new Loss(Kind.GOOD_BYE, Duration.ZERO, "server closed the connection");
    }

    /**
     * The end of a WebSocket.
     *
     * @param code RFC 6455 section 7.4
     * @param reason as the other side gave it; may be empty
     */
    public static Loss ofCloseCode(int code, String reason) {
        if (code == 1008) {
            return new Loss(Kind.UNAUTHENTICATED, Duration.ZERO, End.UNAUTHENTICATED.reason());
        }
        Optional<End> end = End.ofCloseCode(code);
        if (end.isEmpty()) {
            return broken(
                    code == 1006
                            ? "the connection broke"
                            : "the connection ended with code " + code + (reason.isBlank() ? "" : ": " + reason));
        }
        String why = end.get() == End.NORMAL
                ? "server closed the connection"
                : end.get().reason();
        return new Loss(kindOf(end.get()), Duration.ZERO, why);
    }

    /**
     * An answer over HTTP that is not the one hoped for.
     *
     * @param status RFC 9110 section 15
     * @param retryAfter the header of that name; zero if absent
     */
    public static Loss ofStatus(int status, Duration retryAfter) {
        return switch (status) {
            case 400 -> new Loss(Kind.REFUSED, retryAfter, End.MALFORMED.reason());
            case 401 -> new Loss(Kind.UNAUTHENTICATED, retryAfter, End.UNAUTHENTICATED.reason());
            case 403 -> new Loss(Kind.REFUSED, retryAfter, End.FORBIDDEN.reason());
            case 413 -> new Loss(Kind.REFUSED, retryAfter, End.MESSAGE_TOO_LARGE.reason());
            case 429 -> new Loss(Kind.OVERLOADED, retryAfter, End.RATE_LIMITED.reason());
            case 503 -> new Loss(Kind.OVERLOADED, retryAfter, "the server is overloaded or going away");
            default ->
                (status < 500 && status != 408) || status == 501
                        ? unsuitable("the server does not offer this transport (HTTP " + status + ")")
                        : new Loss(Kind.BROKEN, retryAfter, "the server failed (HTTP " + status + ")");
        };
    }

    /** The same, with what the server said of the connection before: why it is refused, or how long to wait. */
    public Loss announced(Failure before) {
        Long wait = before.retryAfterMillis();
        if (kind == Kind.REFUSED && wait == null) {
            return new Loss(kind, retryAfter, why + ": " + before.message(), certificate);
        }
        return kind == Kind.OVERLOADED && wait != null ? waiting(Duration.ofMillis(wait)) : this;
    }

    /** The same, with a wait of at least so long. */
    public Loss waiting(Duration least) {
        return retryAfter.compareTo(least) >= 0 ? this : new Loss(kind, least, why, certificate);
    }

    private static Kind kindOf(End end) {
        return switch (end) {
            case NORMAL, GOING_AWAY -> Kind.GOOD_BYE;
            case MALFORMED, FORBIDDEN, MESSAGE_TOO_LARGE -> Kind.REFUSED;
            case UNAUTHENTICATED -> Kind.UNAUTHENTICATED;
            case TOO_SLOW, INTERNAL_ERROR -> Kind.BROKEN;
            case RATE_LIMITED, OVERLOADED -> Kind.OVERLOADED;
        };
    }
}
