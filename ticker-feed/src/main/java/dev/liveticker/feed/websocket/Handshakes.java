package dev.liveticker.feed.websocket;

import dev.liveticker.feed.link.Failures;
import dev.liveticker.feed.machine.Loss;
import java.net.URI;
import java.time.Duration;
import org.glassfish.tyrus.client.RetryAfterException;
import org.glassfish.tyrus.client.auth.AuthenticationException;
import org.glassfish.tyrus.core.HandshakeException;
import org.jspecify.annotations.Nullable;

/** Reads out of Tyrus' exceptions why a handshake failed. */
final class Handshakes {

    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int UNAUTHORIZED = 401;
    /** Tyrus tells how long to wait with a 503 alone; who asks too much is to wait with a 429, too. */
    private static final Duration RATE_LIMITED_WAIT = Duration.ofSeconds(5);

    private static final int RATE_LIMITED = 429;

    private Handshakes() {}

    static Loss loss(Exception failed, URI server) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case RetryAfterException overloaded -> {
                    return Loss.ofStatus(SERVICE_UNAVAILABLE, delay(overloaded.getDelay()));
                }
                case AuthenticationException unknown -> {
                    return Loss.ofStatus(UNAUTHORIZED, Duration.ZERO);
                }
                case HandshakeException refused -> {
                    int status = refused.getHttpStatusCode();
                    // Without a status it is an answer 101 whose other headers are wrong.
                    return status >= 300
                            ? Loss.ofStatus(status, status == RATE_LIMITED ? RATE_LIMITED_WAIT : Duration.ZERO)
                            : Loss.unsuitable("the server's answer is no WebSocket handshake");
                }
                default -> {
                    continue;
                }
            }
        }
        return Failures.loss(failed, server);
    }

    private static Duration delay(@Nullable Long seconds) {
        return seconds == null ? Duration.ZERO : Duration.ofSeconds(Math.clamp(seconds, 0L, 86_400L));
    }
}
