package dev.liveticker.server.hub;

import dev.liveticker.codec.Encoding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts one frame together from an {@link Outbox}: answers, then announcements of what was lost, then events by number.
 *
 * <p>Changed values come in the order in which they began to wait, so none starves however slow the reader is; lossless
 * messages by number. What does not fit any more waits. No lossless message is put in that is numbered above something
 * left out, so there is a position at which all before it was sent and no lossless message after it was: that is the
 * frame's. (A value left out makes the position lie before it, and is sent again to whoever resumes there.) Values held
 * back by a rate limit do not count; they are made good when the client resumes.
 */
final class Assembly {

    /** What a lossless message takes about; only used to share a frame fairly with changed values. */
    private static final int USUAL_BYTES = 160;

    private static final int BRACKETS = 2;

    private final Outbox outbox;
    private final Encoding encoding;
    private int maxBytes;
    private final long now;
    private final long answer;
    private final List<EncodedMessage> messages = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Conflated> left = new ArrayList<>();
    private final List<Conflated> blocked = new ArrayList<>();
    private final List<Conflated> sent = new ArrayList<>();
    private final PriorityQueue<LaneCursor> lanes = new PriorityQueue<>(Comparator.comparingLong(LaneCursor::nextSeq));
    private final int ringMessages;
    private long pending;
    private int bytes = BRACKETS;
    private boolean answersOnly;
    private boolean full;
    private boolean empty = true;
    private boolean personal;
    private long limit;
    private long position;
    private long heldUntil = Long.MAX_VALUE;

    /**
     * @param maxBytes a frame is cut near this size
     * @param ringMessages how far a reader may be behind in lossless messages before the oldest are given up
     * @param now the core's nanoseconds
     * @param head the newest number
     * @param answer which of its session's answers to polls it is; 0 in a stream
     */
    Assembly(Outbox outbox, Encoding encoding, int maxBytes, int ringMessages, long now, long head, long answer) {
        this.outbox = outbox;
        this.encoding = encoding;
        this.maxBytes = maxBytes;
        this.ringMessages = ringMessages;
        this.now = now;
        this.answer = answer;
        this.limit = head;
        this.position = head;
    }

    /**
     * Takes from the outbox what fits; answers always do, so that nobody resumes between two that belong together.
     *
     * @param data whether to take more than answers
     */
    void assemble(boolean data) {
        takeAnswers();
        answersOnly = !data;
        announceLosses();
        Conflated first = takeEarliest();
        takeChanged(first);
        takeLossless();
        takeBlocked();
        finish();
    }

    private void takeAnswers() {
        for (EncodedMessage said = outbox.nextAnswer(); said != null; said = outbox.nextAnswer()) {
            bytes += said.in(encoding).length + 1;
            outbox.answered(encoding, answer != 0);
            messages.add(said);
            personal = true;
        }
        // However long the answers are, each frame also brings the stream on.
        maxBytes = Math.max(maxBytes, bytes + maxBytes / 4);
    }

    private void announceLosses() {
        for (LaneCursor cursor : outbox.behind()) {
            cursor.settle();
            if (cursor.next() != null) {
                lanes.add(cursor);
                pending += cursor.pending();
            }
        }
        if (pending <= ringMessages) {
            outbox.caughtUp();
        } else if (!outbox.catchingUp()) {
            while (pending > ringMessages) {
                step(LaneCursor::skip);
            }
        }
        for (LaneCursor cursor : outbox.behind()) {
            if (cursor.gapFrom() != 0) {
                long from = cursor.gapFrom();
                EncodedMessage gap = new EncodedMessage(cursor.gap());
                if (fits(gap, maxBytes)) {
                    cursor.gapAnnounced(answer);
                    messages.add(gap);
                    personal = true;
                } else {
                    stopBefore(from);
                }
            }
        }
    }

    /** Takes what is numbered lowest first of all, so that each frame's position lies behind that of the one before. */
    private @Nullable Conflated takeEarliest() {
        Conflated earliest = null;
        long lowest = lanes.isEmpty() ? Long.MAX_VALUE : lanes.element().nextSeq();
        for (Conflated view : outbox.changed()) {
            long seq = view.closed() || view.paced() || view.blocked() ? 0 : view.pendingSeq();
            if (seq != 0 && seq < lowest) {
                lowest = seq;
                earliest = view;
            }
        }
        if (earliest != null) {
            takeOrLeave(earliest, lowest, maxBytes);
        } else {
            takeNextLossless();
        }
        return earliest;
    }

    private void takeChanged(@Nullable Conflated taken) {
        int share = (int) Math.max(maxBytes / 2, maxBytes - pending * USUAL_BYTES);
        for (Conflated view : outbox.changed()) {
            long seq = view.closed() ? 0 : view.pendingSeq();
            if (view.equals(taken)) {
                continue;
            }
            if (seq == 0) {
                view.idle();
            } else if (view.heldUntil() > now) {
                left.add(view);
                heldUntil = Math.min(heldUntil, view.heldUntil());
            } else if (view.blocked()) {
                blocked.add(view);
                limit = Math.min(limit, seq - 1);
            } else {
                takeOrLeave(view, seq, share);
            }
        }
        full = false;
    }

    private void takeOrLeave(Conflated view, long seq, int upTo) {
        EncodedMessage newest = view.newest();
        if (fits(newest, upTo)) {
            events.add(new Event(seq, newest));
            sent.add(view);
            return;
        }
        left.add(view);
        if (!view.paced()) {
            stopBefore(seq);
        }
    }

    private void takeLossless() {
        boolean more = true;
        while (more) {
            more = takeNextLossless();
        }
        if (!lanes.isEmpty()) {
            stopBefore(lanes.element().nextSeq());
        }
    }

    /** Whether there was one and it could be taken. */
    private boolean takeNextLossless() {
        LogEntry next = lanes.isEmpty() ? null : lanes.element().next();
        if (next == null || next.seq() > limit || !fits(next.encoded(), maxBytes)) {
            return false;
        }
        events.add(new Event(next.seq(), next.encoded()));
        step(cursor -> cursor.take(answer));
        return true;
    }

    /** Open bars whose closed ones have now gone before. */
    private void takeBlocked() {
        for (Conflated view : blocked) {
            if (view.blocked()) {
                left.add(view);
            } else {
                takeOrLeave(view, view.pendingSeq(), maxBytes);
            }
        }
    }

    private void finish() {
        sent.forEach(view -> view.sent(now, answer));
        outbox.leave(left);
        outbox.dropSettled();
        events.sort(Comparator.comparingLong(Event::seq));
        events.forEach(event -> messages.add(event.message()));
    }

    private void step(Consumer<LaneCursor> move) {
        LaneCursor cursor = lanes.remove();
        move.accept(cursor);
        pending--;
        if (cursor.next() != null) {
            lanes.add(cursor);
        }
    }

    /** Counts a message in if it fits or is the first of them; once one did not, none does until told otherwise. */
    private boolean fits(EncodedMessage message, int upTo) {
        int more = message.in(encoding).length + 1;
        if (!answersOnly && !full && (empty || bytes + more <= upTo)) {
            bytes += more;
            empty = false;
            return true;
        }
        full = true;
        return false;
    }

    private void stopBefore(long seq) {
        limit = Math.min(limit, seq - 1);
        position = Math.min(position, seq - 1);
    }

    List<EncodedMessage> messages() {
        return messages;
    }

    /** Up to where all is sent or announced as lost, and past which no lossless message is sent. */
    long position() {
        return position;
    }

    /** When the first value held back is due; {@link Long#MAX_VALUE} if none is. */
    long heldUntil() {
        return heldUntil;
    }

    /** Whether nobody else can have the same frame. */
    boolean personal() {
        return personal;
    }

    private record Event(long seq, EncodedMessage message) {}
}
