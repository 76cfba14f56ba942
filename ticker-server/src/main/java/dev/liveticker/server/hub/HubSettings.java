package dev.liveticker.server.hub;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The hub's limits; every queue is bounded by one of them.
 *
 * @param server what it calls itself in the welcome
 * @param simulated whether the market is
 * @param source what the market is called, for people; absent where it has no name
 * @param heartbeat the longest silence towards a subscriber
 * @param maxSymbols a subscriber may have on one channel, and of bars with each interval
 * @param maxSubscribers at once; one more is refused as overloaded
 * @param ringMessages lossless messages that wait for one subscriber before the oldest give way to a gap
 * @param outboxBytes that wait for one subscriber, the frame on its way included
 * @param maxFrameBytes a frame is cut near this size
 * @param writeDeadline a frame must be written within; past it the subscriber is too slow
 * @param retainedMessages lossless messages kept for resuming
 * @param pollSession how long a polling client may stay away before its session is forgotten
 */
public record HubSettings(
        String server,
        boolean simulated,
        @Nullable String source,
        Duration heartbeat,
        int maxSymbols,
        int maxSubscribers,
        int ringMessages,
        int outboxBytes,
        int maxFrameBytes,
        Duration writeDeadline,
        int retainedMessages,
        Duration pollSession) {

    /** Made for a desktop and for some thousand clients. */
    public static HubSettings defaults(String server, boolean simulated) {
        return new HubSettings(
                server,
                simulated,
                null,
                Duration.ofSeconds(5),
                20_000,
                20_000,
                4_096,
                1 << 20,
                128 << 10,
                Duration.ofSeconds(10),
                100_000,
                Duration.ofMinutes(2));
    }

    public HubSettings withMaxSubscribers(int newMaxSubscribers) {
        return new HubSettings(
                server,
                simulated,
                source,
                heartbeat,
                maxSymbols,
                newMaxSubscribers,
                ringMessages,
                outboxBytes,
                maxFrameBytes,
                writeDeadline,
                retainedMessages,
                pollSession);
    }

    public HubSettings withHeartbeat(Duration newHeartbeat) {
        return new HubSettings(
                server,
                simulated,
                source,
                newHeartbeat,
                maxSymbols,
                maxSubscribers,
                ringMessages,
                outboxBytes,
                maxFrameBytes,
                writeDeadline,
                retainedMessages,
                pollSession);
    }

    public HubSettings withSource(@Nullable String newSource) {
        return new HubSettings(
                server,
                simulated,
                newSource,
                heartbeat,
                maxSymbols,
                maxSubscribers,
                ringMessages,
                outboxBytes,
                maxFrameBytes,
                writeDeadline,
                retainedMessages,
                pollSession);
    }
}
