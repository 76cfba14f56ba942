package dev.liveticker.server.hub;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.Gap;
import dev.liveticker.message.Notification;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts one frame together for one subscriber alone: answers, then announcements of what was lost, then events by
 * number. Whoever keeps up is sent a {@link SharedFrames shared} one instead.
 *
 * <p>Values owed come in the order in which they began to be, so none starves however slow the reader is; lossless
 * messages by number. What does not fit any more waits. The frame's position is the number up to which everything
 * lossless was sent or announced as lost; what of the values is left out is stated anew under a number above it.
 */
final class Assembly {

    /** What a lossless message takes about; only used to share a frame fairly with values. */
    private static final int USUAL_BYTES = 160;

    private static final int BRACKETS = 2;

    /** More losses than that are announced by channel, not by symbol. */
    private static final int MAX_GAPS = 100;

    private final Session session;
    private final View view;
    private final Progress progress;
    private final Encoding encoding;
    private final Numbering numbering;
    private int maxBytes;
    private final List<EncodedMessage> messages = new ArrayList<>();
    private final List<EncodedMessage> events = new ArrayList<>();
    private final Map<Value, Value.Form> left = new LinkedHashMap<>();
    private final List<Value> taken = new ArrayList<>();
    private final Backlog backlog;
    private final int ringMessages;
    private int bytes = BRACKETS;
    private boolean notifies;
    private boolean full;
    private boolean empty = true;
    private long position;
    private long replaced;
    private long dropped;
    private int gaps;

    /**
     * @param maxBytes a frame is cut near this size
     * @param ringMessages how far a reader may be behind in lossless messages before the oldest are given up
     */
    Assembly(Session session, View view, int maxBytes, int ringMessages, Numbering numbering) {
        this.session = session;
        this.view = view;
        this.progress = session.progress();
        this.encoding = session.encoding();
        this.maxBytes = maxBytes;
        this.numbering = numbering;
        this.position = progress.passed();
        this.ringMessages = ringMessages;
        this.backlog = new Backlog(view, progress);
    }

    /**
     * Takes what fits; answers always do, so that nobody resumes between two that belong together. In a stream
     * notifications are in frames of their own, so that an event stream's client can listen for them alone.
     *
     * @param data whether to take more than answers
     */
    void assemble(boolean data) {
        takeAnswers();
        if (data && !notifies) {
            long due = view.told() - progress.told() + progress.owed().size();
            trimBacklog();
            announce(backlog.losses());
            for (LogEntry late : progress.replay()) {
                add(late.encoded());
            }
            takeValues();
            takeLossless();
            takeBlocked();
            events.sort(Comparator.comparingLong(EncodedMessage::seq));
            messages.addAll(events);
            position = backlog.isEmpty() ? reached() : backlog.nextSeq() - 1;
            // Whoever resumes at the position is to get them.
            left.keySet().forEach(value -> value.restateAfter(position, numbering));
            replaced = due - taken.size() - left.size();
            progress.stillOwed(left);
            progress.served(view, position, backlog.reading(), ahead());
        }
    }

    /** Two answers in a row that bring something never end at the same place. */
    private long reached() {
        if (!left.isEmpty()) {
            return numbering.partly();
        }
        long told = numbering.lastEvent();
        boolean twice =
                session.polling() && !messages.isEmpty() && session.answers().ambiguous(told);
        return twice ? numbering.head() : told;
    }

    private void takeAnswers() {
        Outbox outbox = session.outbox();
        boolean apart = !session.polling();
        notifies = apart && isNotification(outbox.nextAnswer());
        for (EncodedMessage said = outbox.nextAnswer();
                said != null && (!apart || isNotification(said) == notifies);
                said = outbox.nextAnswer()) {
            bytes += said.in(encoding).length + 1;
            outbox.answered(encoding, session.polling());
            messages.add(said);
            if (said.message() instanceof Gap) {
                gaps++;
            }
        }
        // However long the answers are, each frame also brings the stream on.
        maxBytes = Math.max(maxBytes, bytes + maxBytes / 4);
    }

    private static boolean isNotification(@Nullable EncodedMessage said) {
        return said != null && said.message() instanceof Notification;
    }

    private void trimBacklog() {
        if (backlog.size() <= ringMessages) {
            progress.promiseKept();
        } else if (!progress.promisedAll()) {
            dropped = backlog.trim(ringMessages);
        }
    }

    private void announce(List<Gap> losses) {
        List<Gap> said = losses.size() <= MAX_GAPS ? losses : byChannel(losses);
        gaps += said.size();
        for (Gap gap : said) {
            EncodedMessage encoded = new EncodedMessage(gap);
            bytes += encoded.in(encoding).length + 1;
            messages.add(encoded);
        }
    }

    private static List<Gap> byChannel(List<Gap> losses) {
        Map<Channel, Gap> merged = new EnumMap<>(Channel.class);
        Symbol all = null;
        for (Gap loss : losses) {
            merged.merge(
                    loss.channel(),
                    new Gap(loss.channel(), all, loss.fromSeq(), loss.toSeq(), loss.reason()),
                    (one, other) -> new Gap(
                            one.channel(),
                            all,
                            Math.min(one.fromSeq(), other.fromSeq()),
                            Math.max(one.toSeq(), other.toSeq()),
                            one.reason()));
        }
        return List.copyOf(merged.values());
    }

    private void takeValues() {
        int share = (int) Math.max(maxBytes / 2, maxBytes - backlog.size() * USUAL_BYTES);
        Map<Value, Value.Form> due = new LinkedHashMap<>(progress.owed());
        view.changedAfter(progress.tick(), watch -> {
            if (!progress.aheadIn(watch.value())) {
                due.merge(watch.value(), watch.since(progress.tick()), Value.Form::or);
            }
        });
        due.forEach((value, form) -> {
            if (value.seq() == 0) {
                return;
            }
            if (backlog.isBehindIn(value.before())) {
                left.put(value, form);
            } else {
                Watch watch = view.watch(value);
                takeOrLeave(value, watch == null ? form : watch.withHeld(form), share);
            }
        });
        full = false;
    }

    private void takeOrLeave(Value value, Value.Form form, int upTo) {
        if (full) {
            left.put(value, form);
            return;
        }
        EncodedMessage newest = value.in(form);
        if (fits(newest, upTo)) {
            events.add(newest);
            taken.add(value);
        } else {
            left.put(value, form);
        }
    }

    /** At least one, so that each frame brings the stream on. */
    private void takeLossless() {
        LogEntry first = backlog.next();
        if (first != null) {
            add(first.encoded());
            backlog.take();
        }
        for (LogEntry next = backlog.next(); next != null && fits(next.encoded(), maxBytes); next = backlog.next()) {
            events.add(next.encoded());
            backlog.take();
        }
    }

    /** Open bars whose closed ones have now gone before. */
    private void takeBlocked() {
        Map<Value, Value.Form> waiting = new LinkedHashMap<>(left);
        waiting.forEach((value, form) -> {
            Lane before = value.before();
            if (before != null && !backlog.isBehindIn(before)) {
                left.remove(value);
                takeOrLeave(value, form, maxBytes);
            }
        });
    }

    /**
     * What it has by now of those that the view holds back, and is not to get a second time when it lets go of them.
     */
    private Map<Value, Long> ahead() {
        Map<Value, Long> ahead = new HashMap<>();
        progress.ahead().forEach((value, seq) -> noteIfHeld(ahead, value, seq));
        taken.forEach(value -> noteIfHeld(ahead, value, value.seq()));
        return ahead.isEmpty() ? Map.of() : ahead;
    }

    private void noteIfHeld(Map<Value, Long> ahead, Value value, long seq) {
        Watch watch = view.watch(value);
        if (watch != null && watch.held()) {
            ahead.put(value, seq);
        }
    }

    private void add(EncodedMessage message) {
        bytes += message.in(encoding).length + 1;
        events.add(message);
    }

    /** Counts a message in if it fits or is the first of them; once one did not, none does until told otherwise. */
    private boolean fits(EncodedMessage message, int upTo) {
        int more = message.in(encoding).length + 1;
        if (!full && (empty || bytes + more <= upTo)) {
            bytes += more;
            empty = false;
            return true;
        }
        full = true;
        return false;
    }

    List<EncodedMessage> messages() {
        return messages;
    }

    /** Counts what is not in the frame and never will be. */
    void count(HubFigures figures) {
        figures.conflated(replaced);
        if (gaps > 0 || dropped > 0) {
            figures.lost(dropped, gaps);
        }
    }

    /** Up to where everything lossless is sent or announced as lost. */
    long position() {
        return position;
    }
}
