package dev.liveticker.feed;

import dev.liveticker.message.Heartbeat;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Position;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
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

    /** From now on numbers are of this epoch; the position stays until something of it has come. */
    void welcomed(String newEpoch) {
        epoch = newEpoch;
    }

    void forget() {
        position = null;
        epoch = null;
    }

    /**
     * A frame came in on a link that has answered everything it was asked for.
     *
     * @param after the place after the frame, where the transport knows it; else the newest number in it is taken,
     *     since a server sends lossless messages no later than others of a higher number
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
            case MarketEvent event -> event.seq();
            case Snapshot snapshot -> snapshot.seq();
            case Heartbeat heartbeat -> heartbeat.seq();
            default -> 0;
        };
    }
}
