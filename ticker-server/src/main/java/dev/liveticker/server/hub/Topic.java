package dev.liveticker.server.hub;

import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What one subscription set is about.
 *
 * @param interval which bars; present on that channel only
 */
record Topic(Channel channel, @Nullable Interval interval) {

    /** @param interval as asked for; bars without one are of one minute */
    static Topic of(Channel channel, @Nullable Interval interval) {
        return switch (channel) {
            case QUOTES, TRADES -> new Topic(channel, null);
            case BARS -> new Topic(channel, interval == null ? Interval.ONE_MINUTE : interval);
        };
    }

    /** Whether messages of it may not be left out silently. */
    boolean lossless() {
        return channel != Channel.QUOTES;
    }
}
