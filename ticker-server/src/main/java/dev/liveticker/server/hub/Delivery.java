package dev.liveticker.server.hub;

import dev.liveticker.message.End;
import dev.liveticker.message.Heartbeat;
import dev.liveticker.message.Notification;
import dev.liveticker.message.Position;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each subscriber its next frame once the one before is written: the members of a {@link View} in rounds, others
 * at the end of a turn, both paced by {@link Pacing}; after a silence, a heartbeat; and at the end of a poll's
 * patience, what there is.
 */
final class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final HubSettings settings;
    private final Numbering numbering;
    private final Membership members;
    private final Alarms alarms;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final HubFigures figures;
    private final LatencySample sample;
    private final ConnectionLog connections;
    private final Rounds rounds;
    private final Pacing pacing = new Pacing();
    private final Set<Session> due = new LinkedHashSet<>();
    private long excusedUntil = Long.MIN_VALUE;
    private boolean complained;

    Delivery(
            HubSettings settings,
            Numbering numbering,
            Membership members,
            Alarms alarms,
            InstantSource clock,
            LongSupplier nanos,
            HubFigures figures,
            LatencySample sample,
            ConnectionLog connections) {
        this.settings = settings;
        this.numbering = numbering;
        this.members = members;
        this.alarms = alarms;
        this.clock = clock;
        this.nanos = nanos;
        this.figures = figures;
        this.sample = sample;
        this.connections = connections;
        this.rounds = new Rounds(settings, numbering, alarms, nanos, this, figures, sample);
    }

    /** There may be something to send. */
    void wake(Session session) {
        if (session.ready()) {
            due.add(session);
        } else if (session.outbox().overflown() && !session.gone()) {
            alarms.callBy(session.alarm(), Long.MIN_VALUE);
        }
    }

    /** Serves those for whom there is something, unless it is too soon. */
    void pass() {
        long begun = nanos.getAsLong();
        if ((due.isEmpty() && rounds.isEmpty()) || begun < pacing.next()) {
            return;
        }
        rounds.begin(begun);
        List<Session> all = new ArrayList<>(due);
        due.clear();
        for (Session session : all) {
            serve(session, begun);
        }
        pacing.passed(begun, nanos.getAsLong());
    }

    /** The frame on its way to the session is written. */
    void drained(Session session) {
        session.drained();
        View view = session.view();
        if (view != null) {
            rounds.written(session, view);
            if (session.progress().behind(view)) {
                if (session.progress().apart()) {
                    wake(session);
                } else {
                    view.wake();
                }
            }
        }
        schedule(session);
        if (session.outbox().hasAnswers() || session.ending() != null) {
            wake(session);
        }
    }

    /** When the next pass is due; {@link Long#MAX_VALUE} if nobody waits. */
    long next() {
        return due.isEmpty() && rounds.isEmpty() ? Long.MAX_VALUE : pacing.next();
    }

    /** Until then nobody is too slow, and from then on everybody has the whole deadline again. */
    void excuse(long until) {
        excusedUntil = until;
    }

    /** Until when nobody is too slow; long past where nobody was ever excused. */
    long excusedUntil() {
        return excusedUntil;
    }

    /** When a frame that is on its way has to be written. */
    private long writtenBy(Session session) {
        return Math.max(session.sentAt(), excusedUntil)
                + settings.writeDeadline().toNanos();
    }

    /** The session's alarm rang. */
    void rang(Session session, long now) {
        Frame inFlight = session.inFlight();
        if (session.outbox().overflown()) {
            end(session, End.TOO_SLOW);
        } else if (session.outlet() == null) {
            if (now >= session.until()) {
                leave(session, Parting.FORGOTTEN);
            } else {
                alarms.callBy(session.alarm(), session.until());
            }
        } else if (inFlight != null && now >= writtenBy(session)) {
            end(session, End.TOO_SLOW);
        } else {
            serve(session, now);
        }
    }

    /**
     * Sends what there is, if the session can be sent something. One that cannot be served does not harm the others.
     */
    void serve(Session session, long now) {
        guarded(session, () -> serveOrEnd(session, now));
    }

    /** Does something for a session, which is dropped if that fails. */
    void guarded(Session session, Runnable service) {
        try {
            service.run();
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("connection", ConnectionId.of(session.id()))
                    .setCause(e)
                    .log("A subscriber could not be served and is dropped");
            end(session, End.INTERNAL_ERROR);
        }
    }

    /** As {@link #serve}, but failures are the caller's. */
    void serveOrEnd(Session session, long now) {
        due.remove(session);
        if (session.outbox().overflown() && !session.gone()) {
            end(session, End.TOO_SLOW);
            return;
        }
        if (session.ready()) {
            View view = rounds.viewOf(session, now);
            if (session.polling() && hasNews(session, view) && isAmbiguous(session)) {
                // An answer that brings something ends at a place of its own, so that the next poll tells if it came.
                numbering.local();
            }
            if (session.polling()) {
                session.mark();
            }
            Assembly assembly = new Assembly(session, view, maxBytes(session), settings.ringMessages(), numbering);
            assembly.assemble(session.wantsData());
            assembly.count(figures);
            if (session.polling()) {
                answer(session, assembly, now);
            } else {
                stream(session, assembly, now);
            }
        }
        schedule(session);
    }

    private boolean isAmbiguous(Session session) {
        return session.answers().ambiguous(numbering.head())
                || session.answers().ambiguous(numbering.lastEvent());
    }

    private static boolean hasNews(Session session, View view) {
        return session.outbox().hasAnswers() || session.progress().behind(view);
    }

    /**
     * The first answer to a poll may be larger: whoever polls without naming a session must get all of it at once, if
     * the position before the rest is too old to go on from, or does not tell another hub what the rest is.
     */
    private int maxBytes(Session session) {
        boolean first = session.polling() && session.answers().begins();
        return first ? Math.max(settings.maxFrameBytes(), settings.outboxBytes() / 2) : settings.maxFrameBytes();
    }

    private void stream(Session session, Assembly assembly, long now) {
        Position position = new Position(numbering.epoch(), assembly.position());
        List<EncodedMessage> messages = assembly.messages();
        if (!messages.isEmpty()) {
            Frame.Kind kind = kindOf(messages);
            if (kind == Frame.Kind.MIXED
                    && now - session.beatAt() >= settings.heartbeat().toNanos()) {
                session.beat(now);
                messages.add(new EncodedMessage(new Heartbeat(assembly.position(), micros())));
            }
            send(session, new Frame(kind, session.encoding(), messages, position), now);
        } else if (session.ending() == null
                && now - session.sentAt() >= settings.heartbeat().toNanos()) {
            session.beat(now);
            Heartbeat beat = new Heartbeat(assembly.position(), micros());
            List<EncodedMessage> alone = List.of(new EncodedMessage(beat));
            send(session, new Frame(Frame.Kind.HEARTBEAT, session.encoding(), alone, position), now);
        }
        End ending = session.ending();
        if (ending != null && !session.gone() && (messages.isEmpty() || saidAll(session))) {
            end(session, ending);
        }
    }

    /** What a frame of answers and events is, for those who tell frames apart by it. */
    private static Frame.Kind kindOf(List<EncodedMessage> messages) {
        return messages.stream().allMatch(message -> message.message() instanceof Notification)
                ? Frame.Kind.NOTIFICATION
                : Frame.Kind.MIXED;
    }

    private static boolean saidAll(Session session) {
        View view = session.view();
        boolean owesData =
                session.wantsData() && view != null && session.progress().behind(view);
        return !owesData && !session.outbox().hasAnswers();
    }

    private void answer(Session session, Assembly assembly, long now) {
        if (assembly.messages().isEmpty() && now < session.until()) {
            return;
        }
        List<EncodedMessage> messages = new ArrayList<>();
        for (EncodedMessage aside = session.outbox().nextAside();
                aside != null;
                aside = session.outbox().nextAside()) {
            messages.add(aside);
        }
        messages.addAll(assembly.messages());
        long place = assembly.position();
        if (!messages.isEmpty() && place > 0 && session.answers().ambiguous(place)) {
            place--;
        }
        session.answers().gave(place);
        Position position = new Position(numbering.epoch(), place);
        figures.answered(messages.isEmpty());
        send(session, new Frame(Frame.Kind.MIXED, session.encoding(), messages, position), now);
        if (!session.gone()) {
            session.detach();
            members.away(session);
            session.waitUntil(now + settings.pollSession().toNanos());
        }
    }

    /** Sends a frame to a session that is ready for it. */
    void send(Session session, Frame frame, long now) {
        Outlet outlet = session.outlet();
        if (outlet == null) {
            return;
        }
        session.sending(frame, now);
        session.traffic(figures).add(frame);
        sample.sent();
        if (!send(outlet, frame)) {
            leave(session, Parting.of(End.INTERNAL_ERROR));
        }
    }

    /** Sends a frame; false if the outlet failed. */
    boolean send(Outlet outlet, Frame frame) {
        try {
            outlet.send(frame);
            return true;
        } catch (RuntimeException e) {
            complain(e);
            return false;
        }
    }

    /** Asks to be called when something is next due for the session. */
    void schedule(Session session) {
        if (session.gone()) {
            return;
        }
        long next;
        if (session.polling()) {
            next = session.until();
        } else if (session.inFlight() != null) {
            next = writtenBy(session);
        } else {
            next = session.sentAt() + settings.heartbeat().toNanos();
        }
        alarms.callBy(session.alarm(), next);
    }

    /** Ends the session: nothing of it remains, and its outlet is told. */
    void end(Session session, End end) {
        Outlet outlet = session.outlet();
        leave(session, Parting.of(end));
        if (outlet != null) {
            end(outlet, end);
        }
    }

    /** Tells someone that this is the end. */
    void end(Outlet outlet, End end) {
        try {
            outlet.end(end);
        } catch (RuntimeException e) {
            complain(e);
        }
    }

    /** Nothing of the session remains. */
    void leave(Session session, Parting why) {
        View view = session.view();
        figures.left(why);
        connections.ended(session, why, Duration.ofNanos(nanos.getAsLong() - session.joinedAt()));
        session.leave();
        if (view != null) {
            rounds.leave(session, view);
        }
        due.remove(session);
        alarms.cancel(session.alarm());
        members.leave(session);
    }

    /** The market's clock, microseconds since the epoch. */
    long micros() {
        Instant instant = clock.instant();
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000L);
    }

    private void complain(RuntimeException e) {
        if (!complained) {
            complained = true;
            log.error("A transport failed to take a frame; that subscriber, and any like it, is dropped", e);
        }
    }
}
