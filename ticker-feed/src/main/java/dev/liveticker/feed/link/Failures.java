package dev.liveticker.feed.link;

import dev.liveticker.feed.machine.Loss;
import dev.liveticker.feed.tls.RefusedCertificateException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Says in words for people why nothing could be had from a server. */
public final class Failures {

    /** What Java says of an answer that is no TLS at all. */
    private static final String NO_TLS = "Unsupported or unrecognized SSL message";

    private Failures() {}

    /** What an exception of a socket means for the connection. */
    public static Loss loss(Throwable failed, URI server) {
        Optional<Loss> untrusted = untrusted(failed);
        if (untrusted.isPresent()) {
            return untrusted.get();
        }
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ConnectException refused -> {
                    return Loss.unreachable("no connection to " + ServerPath.authority(server));
                }
                case NoRouteToHostException lost -> {
                    return Loss.unreachable("no way to " + ServerPath.authority(server));
                }
                case UnknownHostException unknown -> {
                    return Loss.unreachable("no host is named " + server.getHost());
                }
                case UnresolvedAddressException unknown -> {
                    return Loss.unreachable("no host is named " + server.getHost());
                }
                case SSLException insecure -> {
                    return Loss.unreachable(
                            String.valueOf(insecure.getMessage()).contains(NO_TLS)
                                    ? ServerPath.authority(server)
                                            + " does not speak TLS (http:// instead of https://?)"
                                    : "no secure connection to " + ServerPath.authority(server));
                }
                // Also that of a call as a whole, which is no timeout of the socket.
                case InterruptedIOException slow -> {
                    return Loss.broken(ServerPath.authority(server) + " does not answer in time");
                }
                default -> {
                    continue;
                }
            }
        }
        return Loss.broken("the connection broke");
    }

    /** The certificate was refused; which is the cause of another exception, that says less. */
    private static Optional<Loss> untrusted(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedCertificateException refused) {
                return Optional.of(Loss.untrusted(refused.refusal()));
            }
        }
        return Optional.empty();
    }
}
