package dev.liveticker.server.venue;

import dev.liveticker.feed.FeedLoop;
import dev.liveticker.feed.machine.Backoff;
import dev.liveticker.feed.machine.Loss;
import dev.liveticker.server.venue.VenueStatistics.Count;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Keeps a connection to a venue's stream: connects, watches that the venue says something, and connects again with the
 * backoff of this server's own protocol. Used on the loop alone.
 */
final class VenueConnection {

    private static final Logger LOG = LoggerFactory.getLogger(VenueConnection.class);

    /** From the attempt to connect until all is subscribed to. */
    static final Duration SET_UP_DEADLINE = Duration.ofSeconds(20);

    /** How long a connection must work before the next wait is short again. */
    static final Duration STEADY = Duration.ofSeconds(10);

    /** The least wait after a refusal: trying again would not help, unless something changes over there. */
    static final Duration AFTER_REFUSAL = Duration.ofMinutes(1);

    /** Who uses it; called on the loop. */
    interface Owner {

        /** A connection was made; now is the time to subscribe. */
        void opened();

        void heard(JsonNode message);

        /** There is no connection any more, or there never was one; another is tried after a while. */
        void lost(Loss loss, Duration wait);
    }

    private enum State {
        IDLE,
        SETTING_UP,
        LIVE,
        WAITING,
        CLOSED
    }

    private final VenueProtocol protocol;
    private final VenueRules rules;
    private final VenueConnector connector;
    private final FeedLoop loop;
    private final VenueStatistics statistics;
    private final Owner owner;
    private final Backoff backoff;
    private final Pacing pacing;
    private final List<Runnable> timers = new ArrayList<>();
    private Runnable watching = () -> {};
    private State state = State.IDLE;
    private int attempt;
    private @Nullable VenueLink link;
    private long heardAt;
    private long pingedAt;
    private boolean complained;

    /** @param random uniform in [0, 1) */
    VenueConnection(
            VenueProtocol protocol,
            VenueConnector connector,
            FeedLoop loop,
            DoubleSupplier random,
            VenueStatistics statistics,
            Owner owner) {
        this.protocol = protocol;
        this.rules = protocol.rules();
        this.connector = connector;
        this.loop = loop;
        this.statistics = statistics;
        this.owner = owner;
        this.backoff = new Backoff(random);
        this.pacing = new Pacing(loop, Duration.ofSeconds(1).dividedBy(rules.messagesPerSecond()));
    }

    /** Begins to connect, once; a lost connection is then replaced. */
    void connect() {
        if (state == State.LIVE || state == State.SETTING_UP || state == State.CLOSED) {
            return;
        }
        state = State.SETTING_UP;
        int mine = ++attempt;
        after(SET_UP_DEADLINE, () -> {
            if (state == State.SETTING_UP) {
                lose(Loss.broken("it did not begin to stream within " + SET_UP_DEADLINE.toSeconds() + " s"));
            }
        });
        connector.connect(protocol.stream(), rules.maxMessage(), new Ears(mine));
    }

    /** Sends a message, when it is its turn. Dropped with the connection. */
    void say(String text) {
        VenueLink to = link;
        if (to != null) {
            pacing.add(() -> to.send(text));
        }
    }

    boolean live() {
        return state == State.LIVE;
    }

    /** All that was asked for is subscribed to. */
    void works() {
        if (state == State.SETTING_UP && link != null) {
            state = State.LIVE;
            statistics.add(Count.CONNECTIONS, 1);
            after(STEADY, backoff::reset);
        }
    }

    /** Gives the connection up, and tries another after a while. */
    void lose(Loss loss) {
        if (state != State.SETTING_UP && state != State.LIVE) {
            return;
        }
        state = State.WAITING;
        release();
        statistics.add(Count.LOSSES, 1);
        Duration wait = backoff.next(loss);
        if (isRefusal(loss) && wait.compareTo(AFTER_REFUSAL) < 0) {
            wait = AFTER_REFUSAL;
        }
        after(wait, this::connect);
        owner.lost(loss, wait);
    }

    void close() {
        state = State.CLOSED;
        release();
    }

    private void release() {
        attempt++;
        watching.run();
        timers.forEach(Runnable::run);
        timers.clear();
        pacing.clear();
        VenueLink old = link;
        link = null;
        if (old != null) {
            old.abort();
        }
    }

    private static boolean isRefusal(Loss loss) {
        return switch (loss.kind()) {
            case REFUSED, UNAUTHENTICATED, UNTRUSTED, UNSUITABLE -> true;
            case UNREACHABLE, BROKEN, GOOD_BYE, OVERLOADED -> false;
        };
    }

    private void opened(VenueLink made) {
        link = made;
        heardAt = loop.nanos();
        pingedAt = heardAt;
        watch();
        owner.opened();
    }

    private void watch() {
        Duration every = rules.silence().dividedBy(4);
        if (rules.pingEvery().isPositive() && rules.pingEvery().compareTo(every) < 0) {
            every = rules.pingEvery();
        }
        watching = loop.schedule(every, () -> {
            long now = loop.nanos();
            VenueLink to = link;
            if (to == null) {
                return;
            }
            if (now - heardAt > rules.silence().toNanos()) {
                lose(Loss.broken("it said nothing for " + rules.silence().toSeconds() + " s"));
                return;
            }
            if (rules.pingEvery().isPositive()
                    && now - pingedAt >= rules.pingEvery().toNanos()) {
                pingedAt = now;
                to.ping();
            }
            watch();
        });
    }

    /** What cannot be read is no sign of life, so that a venue that speaks nonsense alone is left. */
    private void hear(String text) {
        statistics.add(Count.MESSAGES, 1);
        JsonNode message;
        try {
            message = VenueJson.read(text);
        } catch (JacksonException e) {
            statistics.add(Count.MALFORMED_MESSAGES, 1);
            return;
        }
        if (message.isMissingNode()) {
            statistics.add(Count.MALFORMED_MESSAGES, 1);
            return;
        }
        heardAt = loop.nanos();
        try {
            owner.heard(message);
        } catch (RuntimeException e) {
            statistics.add(Count.MALFORMED_MESSAGES, 1);
            if (!complained) {
                complained = true;
                LOG.warn("{} sent a message that makes no sense; more of them are only counted", rules.name(), e);
            }
        }
    }

    private void after(Duration delay, Runnable task) {
        timers.add(loop.schedule(delay, task));
    }

    /** Brings what happens on one connection to the loop; what comes late from an old one is dropped. */
    private final class Ears implements VenueLink.Listener {

        private final int mine;

        private Ears(int mine) {
            this.mine = mine;
        }

        @Override
        public void opened(VenueLink made) {
            loop.execute(() -> {
                if (mine == attempt) {
                    VenueConnection.this.opened(made);
                } else {
                    made.abort();
                }
            });
        }

        @Override
        public void heard(String text, Runnable next) {
            loop.execute(() -> {
                try {
                    if (mine == attempt) {
                        hear(text);
                    }
                } finally {
                    next.run();
                }
            });
        }

        @Override
        public void answered() {
            loop.execute(() -> {
                if (mine == attempt) {
                    heardAt = loop.nanos();
                }
            });
        }

        @Override
        public void ended(Loss loss) {
            loop.execute(() -> {
                if (mine == attempt) {
                    lose(loss);
                }
            });
        }
    }
}
