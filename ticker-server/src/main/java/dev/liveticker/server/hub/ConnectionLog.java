package dev.liveticker.server.hub;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.End;
import dev.liveticker.server.access.Principal;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * What is logged of connections coming and going: one line each at level INFO, with what is known of it as keys and
 * values, and the same {@code connection} in all lines of one. Never a token, a session's own name or anything a client
 * said. However many come, no more than a bounded number of lines a second is written; the next says how many were not.
 * Any thread.
 */
public final class ConnectionLog {

    /** All these lines are this logger's. */
    public static final String NAME = "dev.liveticker.server.connection";

    private static final Logger log = LoggerFactory.getLogger(NAME);

    /** As many as all clients of a server that come back at once. */
    private static final int COMINGS = 20_000;

    private static final int COMINGS_PER_SECOND = 1_000;
    private static final int REFUSALS = 100;
    private static final int REFUSALS_PER_SECOND = 10;

    /** So that no name can pretend to be another line, or another key. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}\"]");

    private final LogQuota comings;
    private final LogQuota refusals;
    private volatile @Nullable String node;

    /** @param nanos time that passes, from anywhere */
    public ConnectionLog(LongSupplier nanos) {
        this.comings = new LogQuota(COMINGS, COMINGS_PER_SECOND, nanos);
        this.refusals = new LogQuota(REFUSALS, REFUSALS_PER_SECOND, nanos);
    }

    /** Says in each line from now on which node of a cluster this is. */
    public void node(String name) {
        node = name;
    }

    void opened(String session, Carrier carrier, Encoding encoding, Principal client, @Nullable String address) {
        LoggingEventBuilder line = line(comings);
        if (line != null) {
            LoggingEventBuilder named = of(line, session, carrier)
                    .addKeyValue("encoding", encoding.name().toLowerCase(Locale.ROOT));
            with(with(named, "user", client.user()), "address", address).log("opened");
        }
    }

    /** The hub had no place for it. */
    void refused(String session, Carrier carrier, End why, @Nullable String address) {
        LoggingEventBuilder line = line(refusals);
        if (line != null) {
            with(
                            of(line, session, carrier)
                                    .addKeyValue("reason", Parting.of(why).name()),
                            "address",
                            address)
                    .log("refused");
        }
    }

    /**
     * A request was turned away before it came to a connection.
     *
     * @param reason the kind of it, for programs
     * @param code what the client was told
     * @param address where it came from
     */
    public void turnedAway(String reason, String code, String address) {
        LoggingEventBuilder line = line(refusals);
        if (line != null) {
            line.addKeyValue("reason", reason)
                    .addKeyValue("code", code)
                    .addKeyValue("address", address)
                    .log("refused");
        }
    }

    void loggedIn(String session, Carrier carrier, Principal client) {
        LoggingEventBuilder line = line(comings);
        if (line != null) {
            with(of(line, session, carrier), "user", client.user()).log("logged in");
        }
    }

    /** @param code what the client was told */
    void loginFailed(String session, Carrier carrier, String code) {
        LoggingEventBuilder line = line(refusals);
        if (line != null) {
            of(line, session, carrier).addKeyValue("code", code).log("login failed");
        }
    }

    void ended(Session session, Parting why, Duration stayed) {
        LoggingEventBuilder line = line(comings);
        if (line != null) {
            of(line, session.id(), session.carrier())
                    .addKeyValue("reason", why.name())
                    .addKeyValue("seconds", stayed.toMillis() / 1_000.0)
                    .addKeyValue("frames", session.sentFrames())
                    .addKeyValue("bytes", session.sentBytes())
                    .log("ended");
        }
    }

    /** A line that is to be written; absent if none is. */
    private @Nullable LoggingEventBuilder line(LogQuota quota) {
        if (!log.isInfoEnabled()) {
            return null;
        }
        long suppressed = quota.take();
        if (suppressed < 0) {
            return null;
        }
        LoggingEventBuilder line = with(log.atInfo(), "node", node);
        return suppressed > 0 ? line.addKeyValue("suppressed", suppressed) : line;
    }

    private static LoggingEventBuilder of(LoggingEventBuilder line, String session, Carrier carrier) {
        return line.addKeyValue("connection", ConnectionId.of(session)).addKeyValue("transport", carrier.label());
    }

    private static LoggingEventBuilder with(LoggingEventBuilder line, String key, @Nullable String value) {
        return value == null
                ? line
                : line.addKeyValue(key, UNPRINTABLE.matcher(value).replaceAll("?"));
    }
}
