package dev.liveticker.server.hub;

import dev.liveticker.message.Gap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The lossless messages that one subscriber has yet to get, in order, read from the retained log. What the log dropped
 * is lost, and so is what is trimmed.
 */
final class Backlog {

    static final String SLOW_READER = "slow_reader";

    private final PriorityQueue<Reader> readers = new PriorityQueue<>(Comparator.comparingLong(Reader::seq));
    private final Map<Lane, Reader> byLane = new HashMap<>();
    private final List<Reader> losers = new ArrayList<>();
    private long size;

    Backlog(View view, Progress progress) {
        view.taps().after(progress.passed(), tap -> open(tap, progress));
    }

    /** Gives the oldest up until no more than so many are left; how many that were. */
    long trim(int most) {
        long before = size;
        while (size > most) {
            Reader oldest = readers.remove();
            oldest.lose(oldest.seq(), oldest.seq(), losers);
            pass(oldest);
        }
        return before - size;
    }

    private void open(Tap tap, Progress progress) {
        Lane lane = tap.lane();
        long start = progress.startOf(lane);
        if (lane.newestSeq() <= start) {
            return;
        }
        Reader reader = new Reader(tap, lane.firstAfter(start, progress.reading(lane)));
        if (lane.forgottenUpTo() > start) {
            reader.lose(start + 1, lane.forgottenUpTo(), losers);
        }
        LogEntry newest = lane.last();
        if (reader.next != null && newest != null) {
            size += newest.ordinal() - reader.next.ordinal() + 1;
            readers.add(reader);
            byLane.put(lane, reader);
        }
    }

    /** What is lost. */
    List<Gap> losses() {
        return losers.stream().map(Reader::gap).toList();
    }

    long size() {
        return size;
    }

    boolean isEmpty() {
        return readers.isEmpty();
    }

    /** Where it stands in each lane of which there is something. */
    Map<Lane, LogEntry> reading() {
        Map<Lane, LogEntry> reading = HashMap.newHashMap(byLane.size());
        byLane.forEach((lane, reader) -> {
            if (reader.next != null) {
                reading.put(lane, reader.next);
            }
        });
        return reading;
    }

    /** The next message, left where it is. */
    @Nullable
    LogEntry next() {
        Reader first = readers.peek();
        return first == null ? null : first.next;
    }

    /** The number of the next message, which there must be. */
    long nextSeq() {
        return readers.element().seq();
    }

    /** Takes the next message out. */
    void take() {
        pass(readers.remove());
    }

    private void pass(Reader reader) {
        size--;
        if (reader.advance()) {
            readers.add(reader);
        } else {
            byLane.remove(reader.tap.lane());
        }
    }

    /** Whether there is something of a lane. */
    boolean isBehindIn(@Nullable Lane lane) {
        return lane != null && byLane.containsKey(lane);
    }

    /** Where it stands in one lane, and what of that is lost. */
    private static final class Reader {

        private final Tap tap;
        private @Nullable LogEntry next;
        private long lostFrom;
        private long lostTo;

        Reader(Tap tap, @Nullable LogEntry next) {
            this.tap = tap;
            this.next = next;
        }

        long seq() {
            return next == null ? Long.MAX_VALUE : next.seq();
        }

        boolean advance() {
            next = next == null ? null : next.next();
            return next != null;
        }

        void lose(long from, long to, List<Reader> losers) {
            if (lostFrom == 0) {
                lostFrom = from;
                losers.add(this);
            }
            lostTo = to;
        }

        Gap gap() {
            return new Gap(tap.channel(), tap.lane().symbol(), lostFrom, lostTo, SLOW_READER);
        }
    }
}
