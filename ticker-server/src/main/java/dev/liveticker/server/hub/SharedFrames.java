package dev.liveticker.server.hub;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.Heartbeat;
import dev.liveticker.message.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The frames of one round of a {@link View}: one for all members that are as far, in one encoding. Whoever keeps up
 * gets every change; whoever is too far behind for that, the newest of each value and all that is lossless.
 */
final class SharedFrames {

    private static final int BRACKETS = 2;

    private final View view;
    private final int maxBytes;
    private final int ringMessages;
    private final Position position;
    private final Optional<EncodedMessage> beat;
    private final Map<From, Made> frames = new HashMap<>(4);
    private @Nullable From last;
    private Made lastMade = Made.NOTHING;

    private record From(Encoding encoding, long tick) {}

    /** @param replaced how many changes are not in it, since newer ones took their place */
    private record Made(Optional<Frame> frame, long replaced) {

        static final Made NOTHING = new Made(Optional.empty(), 0);
    }

    /**
     * @param position where the stream is now
     * @param beat a heartbeat that is to be part of them, if one is
     */
    SharedFrames(View view, int maxBytes, int ringMessages, Position position, Optional<Heartbeat> beat) {
        this.view = view;
        this.maxBytes = maxBytes;
        this.ringMessages = ringMessages;
        this.position = position;
        this.beat = beat.map(EncodedMessage::new);
    }

    /** What brings someone up to date who is not; nothing if it takes more than one frame, or something was lost. */
    Optional<Frame> after(Progress progress, Encoding encoding) {
        From from = new From(encoding, progress.tick());
        // Most often all are as far, and often there is but one.
        if (!from.equals(last)) {
            last = from;
            lastMade = view.members().size() == 1
                    ? make(progress, encoding)
                    : frames.computeIfAbsent(from, _ -> make(progress, encoding));
        }
        return lastMade.frame();
    }

    /** How many changes are not in the frame last given, since newer ones took their place. */
    long replaced() {
        return lastMade.replaced();
    }

    private Made make(Progress progress, Encoding encoding) {
        if (view.tape().reaches(progress.tick())) {
            Optional<Frame> every = everyChange(progress.tick(), encoding);
            if (every.isPresent()) {
                return new Made(every, 0);
            }
        }
        return newest(progress, encoding);
    }

    private Optional<Frame> everyChange(long after, Encoding encoding) {
        Tape tape = view.tape();
        int size = BRACKETS;
        int count = (int) (view.tick() - after);
        List<EncodedMessage> messages = new ArrayList<>(count + 1);
        long before = 0;
        for (long tick = after + 1; tick <= view.tick(); tick++) {
            EncodedMessage told = tape.at(tick);
            size += told.in(encoding).length + 1;
            long seq = told.seq();
            if (size > maxBytes || seq < before) {
                return seq < before ? sorted(after, encoding) : Optional.empty();
            }
            before = seq;
            messages.add(told);
        }
        return Optional.of(frame(messages, encoding));
    }

    /** What was held back comes later than its number says. */
    private Optional<Frame> sorted(long after, Encoding encoding) {
        List<EncodedMessage> events = new ArrayList<>();
        for (long tick = after + 1; tick <= view.tick(); tick++) {
            events.add(view.tape().at(tick));
        }
        return ifItFits(events, encoding);
    }

    private Made newest(Progress progress, Encoding encoding) {
        Backlog backlog = new Backlog(view, progress);
        if (backlog.size() > ringMessages || !backlog.losses().isEmpty()) {
            return Made.NOTHING;
        }
        List<EncodedMessage> events = new ArrayList<>();
        boolean[] held = {false};
        view.changedAfter(progress.tick(), watch -> {
            Value value = watch.value();
            held[0] |= watch.held();
            if (value.seq() != 0) {
                events.add(value.in(watch.since(progress.tick())));
            }
        });
        if (held[0]) {
            // It changed again since it was told of: what is newest is not told of yet.
            return Made.NOTHING;
        }
        long replaced = view.told() - progress.told() - events.size();
        for (LogEntry next = backlog.next(); next != null; next = backlog.next()) {
            events.add(next.encoded());
            backlog.take();
        }
        return new Made(ifItFits(events, encoding), replaced);
    }

    private Optional<Frame> ifItFits(List<EncodedMessage> events, Encoding encoding) {
        events.sort(Comparator.comparingLong(EncodedMessage::seq));
        int size = BRACKETS;
        for (EncodedMessage event : events) {
            size += event.in(encoding).length + 1;
            if (size > maxBytes) {
                return Optional.empty();
            }
        }
        return Optional.of(frame(events, encoding));
    }

    private Frame frame(List<EncodedMessage> messages, Encoding encoding) {
        beat.ifPresent(messages::add);
        return new Frame(Frame.Kind.MIXED, encoding, messages, position);
    }
}
