package dev.liveticker.server.hub;

import dev.liveticker.message.Heartbeat;
import dev.liveticker.message.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Serves the members of views, a {@link Round} at a time: those who are as far as each other share a frame, and who
 * cannot be sent what others are is left to {@link Delivery}.
 */
final class Rounds {

    /** Who is further behind than this (and up to twice as far) gets the newest of each value only. */
    private static final long KEEPING_UP = Duration.ofMillis(100).toNanos();

    private final HubSettings settings;
    private final Numbering numbering;
    private final LongSupplier nanos;
    private final Delivery delivery;
    private final HubFigures figures;
    private final LatencySample sample;
    private final Views views;
    private List<View> news = new ArrayList<>();

    Rounds(
            HubSettings settings,
            Numbering numbering,
            Alarms alarms,
            LongSupplier nanos,
            Delivery delivery,
            HubFigures figures,
            LatencySample sample) {
        this.settings = settings;
        this.numbering = numbering;
        this.nanos = nanos;
        this.delivery = delivery;
        this.figures = figures;
        this.sample = sample;
        this.views = new Views(alarms, this::told);
    }

    private void told(View view) {
        news.add(view);
        sample.told(view);
    }

    /** Whether no view has news. */
    boolean isEmpty() {
        return news.isEmpty();
    }

    /** Begins a round in each view that has news, unless one is still running there. */
    void begin(long now) {
        List<View> changed = news;
        news = new ArrayList<>();
        for (View view : changed) {
            round(view, now);
        }
    }

    private void round(View view, long now) {
        view.advance(now, KEEPING_UP);
        // Only now: what was due is told, and this very round takes note of it.
        view.awake();
        if (view.round().running(now)) {
            view.postpone();
            return;
        }
        view.round().begin(now);
        Position position = numbering.reached();
        boolean beat = view.beatDue(now, settings.heartbeat().toNanos());
        SharedFrames frames = new SharedFrames(
                view,
                settings.maxFrameBytes(),
                settings.ringMessages(),
                position,
                beat ? Optional.of(new Heartbeat(position.seq(), delivery.micros())) : Optional.empty());
        long upToDate = view.lastRoundTick();
        sample.begin(now);
        view.members().forEachLeaving(session -> {
            if (session.ready() && session.progress().behind(view)) {
                delivery.guarded(session, () -> serveInRound(session, view, frames, upToDate, now));
            }
        });
        view.roundDone();
        figures.conflated(view.takeReplaced());
        sample.end(view);
    }

    private void serveInRound(Session session, View view, SharedFrames frames, long upToDate, long now) {
        Progress progress = session.progress();
        if (progress.apart() || session.polling() || session.outbox().hasAnswers() || session.ending() != null) {
            delivery.serveOrEnd(session, now);
            return;
        }
        Optional<Frame> frame = frames.after(progress, session.encoding());
        if (frame.isEmpty()) {
            delivery.serveOrEnd(session, now);
            return;
        }
        boolean keepsUp = progress.tick() >= upToDate;
        progress.caughtUp(view, frame.get().position().seq());
        figures.conflated(frames.replaced());
        delivery.send(session, frame.get(), now);
        if (keepsUp && !session.gone()) {
            session.inRound(view.round().number());
            view.round().sent();
        }
        delivery.schedule(session);
    }

    /** What the session was sent is written, or it is no longer awaited. */
    void written(Session session, View view) {
        if (session.round() != 0 && view.round().written(session.round(), nanos) && view.postponed()) {
            view.wake();
        }
        session.inRound(0);
    }

    /** What the session sees; looked up again if it has asked for something else since. */
    View viewOf(Session session, long now) {
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
            written(session, before);
            views.dropIfEmpty(before);
        }
        return view;
    }

    /** The session is gone. */
    void leave(Session session, View view) {
        written(session, view);
        views.leave(session, view);
        session.sees(null);
    }
}
