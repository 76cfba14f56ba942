package dev.liveticker.feed;

import dev.liveticker.message.Bar;
import dev.liveticker.message.Heartbeat;
import dev.liveticker.message.Position;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Up to where the stream has come in without a hole, and so from where another link goes on. For one thread. */
final class StreamPosition {

    /** The first may have met with the same misfortune as the link before it. */
    private static final int MOST_IN_VAIN = 2;

    private @Nullable Position position;
    private @Nullable String epoch;
    /** Where links were to go on that did not come to answer what they were asked for, and how many there were. */
    private @Nullable Position tried;

    private int inVain;

    /**
     * Where a new link, which was welcomed, goes on. Nowhere, but it begins with what is now, if two before it were to
     * go on from the same place and did not come to it: then there is more to catch up with than the line brings before
     * the link is taken for dead, and it only grows. What is missed is asked for later, piece by piece, like any hole.
     */
    @Nullable
    Position goOnFrom() {
        Position from = position;
        inVain = from != null && from.equals(tried) ? inVain + 1 : 0;
        tried = from;
        return inVain < MOST_IN_VAIN ? from : null;
    }

    /**
     * From now on numbers are of this epoch. A position there was stays until something of it has come; without one,
     * what is asked for now begins no earlier than the newest number so far.
     */
    void welcomed(String newEpoch, long newest) {
        epoch = newEpoch;
        if (position == null) {
            position = new Position(newEpoch, newest);
        }
    }

    void forget() {
        position = null;
        epoch = null;
        tried = null;
    }

    /**
     * A frame came in on a link that has answered everything it was asked for.
     *
     * @param after the place after the frame, where the transport knows it; else it is told by lossless messages, which
     *     come in order, and by heartbeats. The number of a quote says nothing: a slow reader gets some before others
     */
    void advance(List<ServerMessage> frame, Optional<Position> after) {
        tried = null;
        if (after.isPresent()) {
            if (after.get().epoch().equals(epoch)) {
                advanceTo(after.get());
            }
            return;
        }
        long newest = frame.stream().mapToLong(StreamPosition::number).max().orElse(0);
        if (newest > 0 && epoch != null) {
            advanceTo(new Position(epoch, newest));
        }
    }

    private void advanceTo(Position candidate) {
        Position before = position;
        if (before == null || !before.epoch().equals(candidate.epoch()) || candidate.seq() > before.seq()) {
            position = candidate;
        }
    }

    private static long number(ServerMessage message) {
        return switch (message) {
            case Trade trade -> trade.seq();
            case Status status -> status.seq();
            case Bar bar -> bar.closed() ? bar.seq() : 0;
            case Heartbeat heartbeat -> heartbeat.seq();
            default -> 0;
        };
    }
}
