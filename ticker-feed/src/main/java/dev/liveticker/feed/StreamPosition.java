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

    private @Nullable Position position;
    private @Nullable String epoch;

    @Nullable
    Position current() {
        return position;
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
    }

    /**
     * A frame came in on a link that has answered everything it was asked for.
     *
     * @param after the place after the frame, where the transport knows it; else it is told by lossless messages, which
     *     come in order, and by heartbeats. The number of a quote says nothing: a slow reader gets some before others
     */
    void advance(List<ServerMessage> frame, Optional<Position> after) {
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
