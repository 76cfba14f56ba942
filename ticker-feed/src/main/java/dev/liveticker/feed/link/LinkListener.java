package dev.liveticker.feed.link;

import dev.liveticker.feed.machine.Loss;
import dev.liveticker.message.Position;
import dev.liveticker.message.ServerMessage;
import java.util.List;
import java.util.Optional;

/** Hears a {@link Link}. */
public interface LinkListener {

    /**
     * A frame came in, or a sign of life that holds none. Blocks while the feed is behind, so that the transport stops
     * reading and the server conflates.
     *
     * @param position the place in the stream after the frame, where the transport knows it
     */
    void received(List<ServerMessage> frame, Optional<Position> position);

    /** The link ended, or never opened. Only the first call counts. */
    void lost(Loss loss);
}
