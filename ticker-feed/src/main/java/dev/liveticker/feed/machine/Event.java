package dev.liveticker.feed.machine;

import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Transport;
import java.time.Duration;
import java.util.Optional;

/** What happens to a connection. A {@code link} is the number its {@link Effect.Open} gave it. */
public sealed interface Event {

    /** The user wants to be connected. */
    record Start() implements Event {}

    /** The user wants to be connected no more. */
    record Stop() implements Event {}

    /** The user does not want to wait. */
    record RetryNow() implements Event {}

    /** @param remembered the transport that worked for that server the last time */
    record SettingsChanged(FeedSettings settings, Optional<Transport> remembered) implements Event {}

    /**
     * The server welcomed the link.
     *
     * @param heartbeat the longest silence the server allows itself
     */
    record Welcomed(int link, Duration heartbeat) implements Event {}

    /** Anything came in. */
    record Received(int link) implements Event {}

    /** The link ended, or never came about. */
    record Lost(int link, Loss loss) implements Event {}

    /** An alarm went off. */
    record Rang(Alarm alarm, int token) implements Event {}

    /** A better transport was tried beside the live one. */
    record Probed(Transport transport, boolean works) implements Event {}

    /** The machine slept: clocks that should agree do not. */
    record ClockJumped() implements Event {}

    /** Another network, so old connections lead nowhere. */
    record NetworkChanged() implements Event {}
}
