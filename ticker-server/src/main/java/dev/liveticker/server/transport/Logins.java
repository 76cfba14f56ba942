package dev.liveticker.server.transport;

import dev.liveticker.message.End;
import dev.liveticker.server.access.Authenticator;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.access.RefusedTokenException;
import dev.liveticker.server.limit.LoginGuard;
import java.net.InetAddress;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges tokens, wherever they come in. Any thread. */
public final class Logins {

    private static final Logger log = LoggerFactory.getLogger(Logins.class);

    /** What a token is worth. */
    public sealed interface Verdict {

        record Proven(Principal principal) implements Verdict {}

        /**
         * @param end what a connection that depends on it ends with
         * @param code for programs
         * @param why for people
         * @param retryAfter how long to wait before trying again at all; zero for no wait
         */
        record Refused(End end, String code, String why, Duration retryAfter) implements Verdict {}
    }

    private final Authenticator authenticator;
    private final LoginGuard guard;
    private final LoginFigures figures;

    public Logins(Authenticator authenticator, LoginGuard guard, LoginFigures figures) {
        this.authenticator = authenticator;
        this.guard = guard;
        this.figures = figures;
    }

    /** @param from who shows it */
    public Verdict judge(InetAddress from, String token) {
        Duration blocked = guard.blockedFor(from);
        if (blocked.isPositive()) {
            figures.blocked.increment();
            return new Verdict.Refused(
                    End.RATE_LIMITED, "rate_limited", "too many tokens from there were wrong", blocked);
        }
        try {
            Principal principal = authenticator.authenticate(token);
            figures.accepted.increment();
            return new Verdict.Proven(principal);
        } catch (RefusedTokenException e) {
            log.debug("A token from {} is refused: {}", from.getHostAddress(), e.forLog());
            (e.isExpired() ? figures.expired : figures.invalid).increment();
            if (!e.isExpired()) {
                // Whoever holds one that was good once does not guess.
                guard.failed(from);
            }
            return new Verdict.Refused(
                    End.UNAUTHENTICATED,
                    e.isExpired() ? "token_expired" : "invalid_token",
                    String.valueOf(e.getMessage()),
                    Duration.ZERO);
        }
    }
}
