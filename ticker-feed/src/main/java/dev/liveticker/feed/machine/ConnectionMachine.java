package dev.liveticker.feed.machine;

import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Every way from one state of a connection to the next. Told what happened and when, it says what to do; it has no
 * thread, no socket and no clock of its own. For one thread.
 */
public final class ConnectionMachine {

    /** A connection must be live within this, or it is given up. */
    public static final Duration CONNECT_DEADLINE = Duration.ofSeconds(10);

    /** A connection that lived this long has proved itself. */
    public static final Duration SETTLED = Duration.ofSeconds(10);

    /** How long a server is asked to hold a poll at most. */
    public static final Duration LONGEST_POLL = Duration.ofSeconds(25);

    private static final Duration GRACE = Duration.ofSeconds(1);
    /** Two rounds of plain polling. */
    private static final Duration POLLING_GRACE = Duration.ofSeconds(2);

    private static final Duration FIRST_PROBE = Duration.ofMinutes(1);
    private static final Duration LAST_PROBE = Duration.ofMinutes(30);
    private static final Duration FIRST_PING = Duration.ofMillis(500);
    /** A transport that is lost so often without having lasted is left for the next. */
    private static final int LOSSES_TO_STEP_DOWN = 3;

    private final Backoff backoff;
    private final Map<Alarm, Integer> alarms = new EnumMap<>(Alarm.class);
    private final List<Effect> effects = new ArrayList<>();

    private FeedSettings settings;
    private TransportLadder ladder;
    private ConnectionState state = new ConnectionState.Idle();
    private int link;
    private int lastLink;
    private int lastToken;
    private int failed;
    private int unsettledLosses;
    private long heardAt;
    private Duration heartbeat = Duration.ofSeconds(5);
    private Duration probeWait = FIRST_PROBE;

    /**
     * @param remembered the transport that worked for that server the last time
     * @param random uniform in [0, 1)
     */
    public ConnectionMachine(FeedSettings settings, Optional<Transport> remembered, DoubleSupplier random) {
        this.settings = settings;
        this.ladder = new TransportLadder(settings.transport(), remembered);
        this.backoff = new Backoff(random);
    }

    /**
     * How long the server is to hold a poll: it is silent all that time, so the shorter the silence a server allows
     * itself, the shorter.
     */
    public static Duration pollWait(Duration heartbeat) {
        Duration wait = heartbeat.multipliedBy(5);
        if (wait.compareTo(LONGEST_POLL) > 0) {
            return LONGEST_POLL;
        }
        return wait.compareTo(GRACE) < 0 ? GRACE : wait;
    }

    public ConnectionState state() {
        return state;
    }

    /**
     * Takes in what happened. An event of a link or an alarm that is no more has no effect.
     *
     * @param now monotonic nanoseconds
     * @return what to do about it
     */
    public List<Effect> on(Event event, long now) {
        effects.clear();
        switch (event) {
            case Event.Start start -> {
                if (state instanceof ConnectionState.Idle || state instanceof ConnectionState.Refused) {
                    connect();
                }
            }
            case Event.Stop stop -> {
                disconnect();
                state = new ConnectionState.Idle();
            }
            case Event.RetryNow retry -> {
                if (state instanceof ConnectionState.Waiting || state instanceof ConnectionState.Refused) {
                    connect();
                }
            }
            case Event.SettingsChanged changed -> apply(changed);
            case Event.Welcomed welcomed -> {
                if (isOpen(welcomed.link()) && state instanceof ConnectionState.Connecting) {
                    live(welcomed.heartbeat(), now);
                }
            }
            case Event.Received received -> {
                if (isOpen(received.link())) {
                    heard(now);
                }
            }
            case Event.Lost lost -> {
                if (isOpen(lost.link())) {
                    link = 0;
                    lose(lost.loss(), now);
                }
            }
            case Event.Rang rang -> {
                if (alarms.remove(rang.alarm(), rang.token())) {
                    rang(rang.alarm(), now);
                }
            }
            case Event.Probed probed -> probed(probed.transport(), probed.works());
            case Event.ClockJumped jumped -> reconnectAtOnce();
            case Event.NetworkChanged changed -> reconnectAtOnce();
        }
        return List.copyOf(effects);
    }

    private boolean isOpen(int number) {
        return number == link && link != 0;
    }

    private void apply(Event.SettingsChanged changed) {
        boolean same = changed.settings().withMaxRate(settings.maxRate()).equals(settings);
        if (same && !(state instanceof ConnectionState.Refused)) {
            return;
        }
        settings = changed.settings();
        ladder = new TransportLadder(settings.transport(), changed.remembered());
        backoff.reset();
        failed = 0;
        unsettledLosses = 0;
        probeWait = FIRST_PROBE;
        if (!(state instanceof ConnectionState.Idle)) {
            connect();
        }
    }

    private void connect() {
        disconnect();
        link = ++lastLink;
        state = new ConnectionState.Connecting(failed + 1, ladder.current());
        effects.add(new Effect.Open(link, ladder.current()));
        set(Alarm.CONNECT_DEADLINE, CONNECT_DEADLINE);
    }

    private void disconnect() {
        for (Alarm alarm : Alarm.values()) {
            if (alarms.remove(alarm) != null) {
                effects.add(new Effect.Clear(alarm));
            }
        }
        if (link != 0) {
            effects.add(new Effect.Close(link));
            link = 0;
        }
    }

    private void live(Duration newHeartbeat, long now) {
        Transport transport = ladder.current();
        state = new ConnectionState.Live(transport);
        failed = 0;
        heartbeat = newHeartbeat;
        heardAt = now;
        ladder.begin(transport);
        if (alarms.remove(Alarm.CONNECT_DEADLINE) != null) {
            effects.add(new Effect.Clear(Alarm.CONNECT_DEADLINE));
        }
        set(Alarm.SILENCE, silenceLimit());
        set(Alarm.SETTLED, SETTLED);
        if (transport != Transport.POLLING) {
            set(Alarm.PING, FIRST_PING);
        }
        if (!ladder.better().isEmpty()) {
            set(Alarm.PROBE, probeWait);
        }
    }

    private void heard(long now) {
        heardAt = now;
        if (state instanceof ConnectionState.Stale(Transport transport)) {
            state = new ConnectionState.Live(transport);
            set(Alarm.SILENCE, silenceLimit());
        }
    }

    private void lose(Loss loss, long now) {
        boolean wasLive = !(state instanceof ConnectionState.Connecting);
        boolean lasted = wasLive && !alarms.containsKey(Alarm.SETTLED);
        disconnect();
        switch (loss.kind()) {
            case UNTRUSTED -> refuse(loss);
            case UNAUTHENTICATED -> {
                // A token that ran out may have been renewed meanwhile; who shows one in vain is refused.
                if (wasLive) {
                    await(loss, now);
                } else {
                    refuse(loss);
                }
            }
            case REFUSED -> {
                // What stands between may refuse one transport and let another pass.
                if (wasLive || !ladder.next()) {
                    refuse(loss);
                } else {
                    connect();
                }
            }
            case UNSUITABLE, BROKEN -> {
                if (wasLive) {
                    if (!lasted) {
                        stepDownIfItNeverLasts();
                    }
                    await(loss, now);
                } else if (ladder.next()) {
                    connect();
                } else {
                    failed++;
                    await(loss, now);
                }
            }
            case GOOD_BYE, OVERLOADED, UNREACHABLE -> {
                if (!wasLive) {
                    failed++;
                }
                await(loss, now);
            }
        }
    }

    private void stepDownIfItNeverLasts() {
        if (++unsettledLosses >= LOSSES_TO_STEP_DOWN) {
            unsettledLosses = 0;
            ladder.next();
        }
    }

    private void await(Loss loss, long now) {
        Duration wait = backoff.next(loss);
        state = new ConnectionState.Waiting(failed, wait, now + wait.toNanos(), loss.why(), causeOf(loss));
        set(Alarm.RETRY, wait);
    }

    private void refuse(Loss loss) {
        state = new ConnectionState.Refused(loss.why(), causeOf(loss), loss.certificate());
    }

    private static ConnectionState.Cause causeOf(Loss loss) {
        return switch (loss.kind()) {
            case UNREACHABLE -> ConnectionState.Cause.UNREACHABLE;
            case UNSUITABLE -> ConnectionState.Cause.UNSUITABLE;
            case BROKEN -> ConnectionState.Cause.BROKEN;
            case GOOD_BYE -> ConnectionState.Cause.CLOSED;
            case OVERLOADED -> ConnectionState.Cause.OVERLOADED;
            case UNAUTHENTICATED -> ConnectionState.Cause.UNAUTHENTICATED;
            case UNTRUSTED -> ConnectionState.Cause.UNTRUSTED;
            case REFUSED -> ConnectionState.Cause.REFUSED;
        };
    }

    private void rang(Alarm alarm, long now) {
        switch (alarm) {
            case CONNECT_DEADLINE ->
                lose(Loss.broken("no answer within " + CONNECT_DEADLINE.toSeconds() + " seconds"), now);
            case RETRY -> connect();
            case SETTLED -> {
                backoff.reset();
                unsettledLosses = 0;
                if (!ladder.isFixed()) {
                    effects.add(new Effect.Remember(ladder.current()));
                }
            }
            case SILENCE -> silent(now);
            case PING -> {
                effects.add(new Effect.Ping());
                set(Alarm.PING, pingEvery());
            }
            case PROBE -> effects.add(new Effect.Probe(ladder.better().getFirst()));
        }
    }

    private void silent(long now) {
        Duration silence = Duration.ofNanos(now - heardAt);
        if (state instanceof ConnectionState.Stale) {
            lose(Loss.broken("nothing heard from the server for " + silence.toSeconds() + " seconds"), now);
            return;
        }
        Duration left = silenceLimit().minus(silence);
        if (left.isPositive()) {
            set(Alarm.SILENCE, left);
        } else {
            state = new ConnectionState.Stale(ladder.current());
            effects.add(new Effect.Ping());
            set(Alarm.SILENCE, heartbeat.compareTo(GRACE) > 0 ? heartbeat : GRACE);
        }
    }

    private void probed(Transport transport, boolean works) {
        boolean live = state instanceof ConnectionState.Live || state instanceof ConnectionState.Stale;
        List<Transport> better = ladder.better();
        if (!live || alarms.containsKey(Alarm.PROBE) || !better.contains(transport)) {
            return;
        }
        int next = better.indexOf(transport) + 1;
        if (!works && next < better.size()) {
            effects.add(new Effect.Probe(better.get(next)));
            return;
        }
        // Also after a success: should that one not last, the next try is not to come as soon.
        Duration doubled = probeWait.multipliedBy(2);
        probeWait = doubled.compareTo(LAST_PROBE) < 0 ? doubled : LAST_PROBE;
        if (works) {
            ladder.begin(transport);
            connect();
        } else {
            set(Alarm.PROBE, probeWait);
        }
    }

    private void reconnectAtOnce() {
        if (!(state instanceof ConnectionState.Idle || state instanceof ConnectionState.Refused)) {
            connect();
        }
    }

    private Duration silenceLimit() {
        Duration limit = heartbeat.multipliedBy(2).plus(GRACE);
        return switch (ladder.current()) {
            case WEBSOCKET, SSE -> limit;
            case LONG_POLLING -> limit.plus(pollWait(heartbeat));
            case POLLING -> limit.plus(POLLING_GRACE);
        };
    }

    private Duration pingEvery() {
        // Beside a stream that cannot send, each ping is a request of its own.
        return ladder.current() == Transport.WEBSOCKET ? Duration.ofSeconds(5) : Duration.ofSeconds(15);
    }

    private void set(Alarm alarm, Duration delay) {
        int token = ++lastToken;
        alarms.put(alarm, token);
        effects.add(new Effect.Set(alarm, token, delay));
    }
}
