package dev.liveticker.server.hub;

import dev.liveticker.message.End;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A poll that is to be answered: the way out of its session until it is. For the hub's thread only. */
final class PendingPoll implements Outlet {

    private final HubCore core;
    private final PollRequest request;
    private final Consumer<PollAnswer> answer;
    private String id;
    private @Nullable Session session;
    private boolean answered;
    private boolean cancelled;

    /** @param newId what its session is called if it needs a new one */
    PendingPoll(HubCore core, String newId, PollRequest request, Consumer<PollAnswer> answer) {
        this.core = core;
        this.id = newId;
        this.request = request;
        this.answer = answer;
    }

    void take() {
        if (!cancelled) {
            core.poll(this);
        }
    }

    /** Whether its client went away. */
    boolean cancelled() {
        return cancelled;
    }

    PollRequest request() {
        return request;
    }

    /** What its session is called. */
    String id() {
        return id;
    }

    /** The session it is for, from before it can be answered. */
    void belongsTo(Session newSession) {
        session = newSession;
        id = newSession.id();
    }

    @Override
    public void send(Frame frame) {
        answered = true;
        answer.accept(new PollAnswer(frame, id));
    }

    /** Its session ended while it waited: it is answered with why, since a client is not left hanging. */
    @Override
    public void end(End end) {
        if (!answered) {
            core.refuse(this, end);
        }
    }

    /** Its client went away. If it still waits, so does its session. */
    void cancel() {
        cancelled = true;
        if (session != null && session.outlet() == this) {
            core.disconnected(session);
        }
    }
}
