package dev.liveticker.server.hub;

import dev.liveticker.message.End;
import dev.liveticker.message.Failure;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Ends connections whose permission ran out. Looks once a second at all of them, by the clock on the wall, which is
 * what a token's end is meant by; polls are not looked at, since each shows its token anew.
 */
final class Expiries {

    static final String CODE = "token_expired";

    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Membership members;
    private final Alarms alarms;
    private final Alarms.Alarm alarm;
    private final InstantSource clock;
    private final LongSupplier nanos;

    Expiries(Membership members, Alarms alarms, InstantSource clock, LongSupplier nanos) {
        this.members = members;
        this.alarms = alarms;
        this.alarm = alarms.create(this::look);
        this.clock = clock;
        this.nanos = nanos;
    }

    /** There may be one more whose permission runs out. */
    void watch(Session session) {
        if (expires(session)) {
            alarms.callBy(alarm, nanos.getAsLong() + EVERY_NANOS);
        }
    }

    private static boolean expires(Session session) {
        return !session.polling() && session.principal().expiry() != null;
    }

    private void look(long now) {
        Instant time = clock.instant();
        boolean more = false;
        for (Session session : members.all()) {
            Instant expiry = session.principal().expiry();
            if (expires(session) && session.ending() == null && expiry != null) {
                if (time.isBefore(expiry)) {
                    more = true;
                } else {
                    session.say(new Failure(CODE, "the token ran out", null, null));
                    session.endAfter(End.UNAUTHENTICATED, false);
                }
            }
        }
        if (more) {
            alarms.callBy(alarm, now + EVERY_NANOS);
        }
    }
}
