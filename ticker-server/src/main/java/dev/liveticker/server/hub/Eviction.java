package dev.liveticker.server.hub;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Chooses who gives up a place when all are taken: one that does not read what it was sent, or does not answer when
 * asked whether it lives. Both would be ended soon anyway. Nobody else ever has to.
 */
final class Eviction {

    /** Whoever comes in a flood does not have all looked at each time. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final long patience;
    private long notBefore = Long.MIN_VALUE;

    /** @param writeDeadline half of it is a sign of death */
    Eviction(Duration writeDeadline) {
        this.patience = writeDeadline.toNanos() / 2;
    }

    /**
     * One that seems dead; absent if none does, or none did a moment ago.
     *
     * @param excusedUntil before that, and a while after it, nobody seems dead: the server kept back what they wait for
     */
    @Nullable
    Session choose(Membership members, long now, long excusedUntil) {
        if (now < notBefore || now - patience < excusedUntil) {
            return null;
        }
        for (Session session : members.all()) {
            Outlet outlet = session.outlet();
            boolean stuck = session.inFlight() != null && now - session.sentAt() > patience;
            if (outlet != null && (stuck || outlet.silent())) {
                return session;
            }
        }
        notBefore = now + PAUSE.toNanos();
        return null;
    }
}
