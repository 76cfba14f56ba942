package dev.liveticker.server.hub;

import dev.liveticker.codec.Encoding;
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
import java.util.Optional;
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

    /** Who is further behind than this (and up to twice as far) gets the newest of each value only. */
    private static final long KEEPING_UP = Duration.ofMillis(100).toNanos();

    private final HubSettings settings;
    private final Numbering numbering;
    private final Membership members;
    private final Alarms alarms;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Views views;
    private final Pacing pacing = new Pacing();
    private final Set<Session> due = new LinkedHashSet<>();
    private List<View> news = new ArrayList<>();
    private boolean complained;

    Delivery(
            HubSettings settings,
            Numbering numbering,
            Membership members,
            Alarms alarms,
            InstantSource clock,
            LongSupplier nanos) {
        this.settings = settings;
        this.numbering = numbering;
        this.members = members;
        this.alarms = alarms;
        this.clock = clock;
        this.nanos = nanos;
        this.views = new Views(alarms, view -> news.add(view));
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
        if ((due.isEmpty() && news.isEmpty()) || begun < pacing.next()) {
            return;
        }
        List<View> changed = news;
        news = new ArrayList<>();
        for (View view : changed) {
            view.awake();
            round(view, begun);
        }
        List<Session> all = new ArrayList<>(due);
        due.clear();
        for (Session session : all) {
            serve(session, begun);
        }
        pacing.passed(begun, nanos.getAsLong());
    }

    private void round(View view, long now) {
        view.advance(now, KEEPING_UP);
        // What was due is told, and this very round takes note of it.
        if (view.round().running(now)) {
            view.postpone();
            return;
        }
        view.round().begin(now);
        Position position = numbering.position();
        boolean beat = view.beatDue(now, settings.heartbeat().toNanos());
        SharedFrames frames = new SharedFrames(
                view,
                settings.maxFrameBytes(),
                settings.ringMessages(),
                position,
                beat ? Optional.of(new Heartbeat(position.seq(), micros())) : Optional.empty());
        long upToDate = view.lastRoundTick();
        view.members().forEachLeaving(session -> {
            if (session.ready() && session.progress().behind(view)) {
                guarded(session, () -> serveInRound(session, view, frames, upToDate, now));
            }
        });
        view.roundDone();
    }

    private void serveInRound(Session session, View view, SharedFrames frames, long upToDate, long now) {
        Progress progress = session.progress();
        if (progress.apart() || session.polling() || session.outbox().hasAnswers() || session.ending() != null) {
            serveOrEnd(session, now);
            return;
        }
        Optional<Frame> frame = frames.after(progress, session.encoding());
        if (frame.isEmpty()) {
            serveOrEnd(session, now);
            return;
        }
        boolean keepsUp = progress.tick() >= upToDate;
        progress.caughtUp(view.tick(), frame.get().position().seq());
        send(session, frame.get(), now);
        if (keepsUp && !session.gone()) {
            session.inRound(view.round().number());
            view.round().sent();
        }
        schedule(session);
    }

    /** The frame on its way to the session is written. */
    void drained(Session session) {
        session.drained();
        View view = session.view();
        if (view != null) {
            leaveRound(session, view);
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

    private void leaveRound(Session session, View view) {
        if (session.round() != 0 && view.round().written(session.round(), nanos.getAsLong()) && view.postponed()) {
            view.wake();
        }
        session.inRound(0);
    }

    /** When the next pass is due; {@link Long#MAX_VALUE} if nobody waits. */
    long next() {
        return due.isEmpty() && news.isEmpty() ? Long.MAX_VALUE : pacing.next();
    }

    /** The session's alarm rang. */
    void rang(Session session, long now) {
        Frame inFlight = session.inFlight();
        if (session.outbox().overflown()) {
            end(session, End.TOO_SLOW);
        } else if (session.outlet() == null) {
            if (now >= session.until()) {
                leave(session);
            } else {
                alarms.callBy(session.alarm(), session.until());
            }
        } else if (inFlight != null
                && now - session.sentAt() >= settings.writeDeadline().toNanos()) {
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

    private void guarded(Session session, Runnable service) {
        try {
            service.run();
        } catch (RuntimeException e) {
            log.error("A subscriber could not be served and is dropped", e);
            end(session, End.INTERNAL_ERROR);
        }
    }

    private void serveOrEnd(Session session, long now) {
        due.remove(session);
        if (session.outbox().overflown() && !session.gone()) {
            end(session, End.TOO_SLOW);
            return;
        }
        if (session.ready()) {
            View view = look(session, now);
            if (session.polling() && hasNews(session, view) && session.answers().ambiguous(numbering.head())) {
                // An answer that brings something ends at a place of its own, so that the next poll tells if it came.
                numbering.next();
            }
            if (session.polling()) {
                session.mark();
            }
            Assembly assembly = new Assembly(session, view, maxBytes(session), settings.ringMessages(), numbering);
            assembly.assemble(session.wantsData());
            if (session.polling()) {
                answer(session, assembly, now);
            } else {
                stream(session, assembly, now);
            }
        }
        schedule(session);
    }

    private static boolean hasNews(Session session, View view) {
        return session.outbox().hasAnswers() || session.progress().behind(view);
    }

    /** What the session sees; looked up again if it has asked for something else since. */
    private View look(Session session, long now) {
        View before = session.view();
        Interest interest = session.subscriptions().interest();
        if (before != null && before.interest().equals(interest)) {
            session.subscriptions().share(before.interest());
            return before;
        }
        View view = views.join(session, interest, before, now);
        session.sees(view);
        session.subscriptions().share(view.interest());
        session.everyProgress().forEach(progress -> progress.move(before, view));
        if (before != null) {
            leaveRound(session, before);
            views.dropIfEmpty(before);
        }
        return view;
    }

    /**
     * The first answer to a poll may be larger: whoever polls without naming a session must get all of it at once, if
     * the position before the rest is too old to go on from.
     */
    private int maxBytes(Session session) {
        boolean first = session.polling() && session.answers().begins();
        return first ? Math.max(settings.maxFrameBytes(), settings.outboxBytes() / 2) : settings.maxFrameBytes();
    }

    private void stream(Session session, Assembly assembly, long now) {
        Position position = new Position(numbering.epoch(), assembly.position());
        List<EncodedMessage> messages = assembly.messages();
        if (!messages.isEmpty()) {
            if (now - session.beatAt() >= settings.heartbeat().toNanos()) {
                session.beat(now);
                messages.add(new EncodedMessage(new Heartbeat(assembly.position(), micros())));
            }
            send(session, frame(kindOf(messages), session.encoding(), messages, position), now);
        } else if (session.ending() == null
                && now - session.sentAt() >= settings.heartbeat().toNanos()) {
            session.beat(now);
            Heartbeat beat = new Heartbeat(assembly.position(), micros());
            List<EncodedMessage> alone = List.of(new EncodedMessage(beat));
            send(session, frame(Frame.Kind.HEARTBEAT, session.encoding(), alone, position), now);
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

    /** A frame for one session. */
    Frame frame(Frame.Kind kind, Encoding encoding, List<EncodedMessage> messages, Position position) {
        List<byte[]> encoded = new ArrayList<>(messages.size());
        messages.forEach(message -> encoded.add(message.in(encoding)));
        return new Frame(kind, encoding, encoded, position);
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
        send(session, frame(Frame.Kind.MIXED, session.encoding(), messages, position), now);
        if (!session.gone()) {
            session.detach();
            members.away(session);
            session.waitUntil(now + settings.pollSession().toNanos());
        }
    }

    private void send(Session session, Frame frame, long now) {
        Outlet outlet = session.outlet();
        if (outlet == null) {
            return;
        }
        session.sending(frame, now);
        if (!send(outlet, frame)) {
            leave(session);
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
    private void schedule(Session session) {
        if (session.gone()) {
            return;
        }
        long next;
        if (session.polling()) {
            next = session.until();
        } else if (session.inFlight() != null) {
            next = session.sentAt() + settings.writeDeadline().toNanos();
        } else {
            next = session.sentAt() + settings.heartbeat().toNanos();
        }
        alarms.callBy(session.alarm(), next);
    }

    /** Ends the session: nothing of it remains, and its outlet is told. */
    void end(Session session, End end) {
        Outlet outlet = session.outlet();
        leave(session);
        if (outlet != null) {
            end(outlet, end);
        }
    }

    /** Turns someone away. */
    void end(Outlet outlet, End end) {
        try {
            outlet.end(end);
        } catch (RuntimeException e) {
            complain(e);
        }
    }

    /** Nothing of the session remains. */
    void leave(Session session) {
        View view = session.view();
        session.leave();
        if (view != null) {
            leaveRound(session, view);
            views.leave(session, view);
            session.sees(null);
        }
        due.remove(session);
        alarms.cancel(session.alarm());
        members.leave(session);
    }

    /** The wall clock, microseconds since the epoch. */
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
