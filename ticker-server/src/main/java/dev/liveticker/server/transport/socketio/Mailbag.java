package dev.liveticker.server.transport.socketio;

import dev.liveticker.server.hub.Frame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits for a client: packets, and at most one frame whose events come behind them. Bounded. */
final class Mailbag {

    /** One that asks for more and does not fetch the answers has to go. */
    private static final int MOST_PACKETS = 1_000;

    private final List<String> packets = new ArrayList<>();
    private @Nullable Events events;

    /**
     * A frame's events.
     *
     * @param frame absent if it has none, so that only what was said before is waited for
     * @param delivered to be run when they are on their way, and all that was said before
     */
    record Events(@Nullable Frame frame, Runnable delivered) {}

    /** What is taken out at once. */
    record Load(List<String> packets, @Nullable Events events) {

        @Nullable
        Frame frame() {
            return events == null ? null : events.frame();
        }

        /** It is on its way. */
        void delivered() {
            if (events != null) {
                events.delivered().run();
            }
        }
    }

    /** False if there are too many already. */
    boolean add(String packet) {
        return packets.size() < MOST_PACKETS && packets.add(packet);
    }

    /** The last packets there will be; there is room for them. No events come any more. */
    void close(List<String> last) {
        packets.addAll(last);
        events = null;
    }

    void put(Events newest) {
        events = newest;
    }

    /** Whether there is nothing to send; someone may wait to hear that, though. */
    boolean isEmpty() {
        return packets.isEmpty() && (events == null || events.frame() == null);
    }

    Load take() {
        Load load = new Load(List.copyOf(packets), events);
        clear();
        return load;
    }

    void clear() {
        packets.clear();
        events = null;
    }
}
