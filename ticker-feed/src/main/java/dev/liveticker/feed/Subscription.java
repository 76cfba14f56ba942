package dev.liveticker.feed;

import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * One symbol on one channel.
 *
 * @param interval which bars; present on the bars channel and only there
 */
public record Subscription(
        Channel channel, Symbol symbol, @Nullable Interval interval) {

    /** @throws IllegalArgumentException if the interval does not go with the channel */
    public Subscription {
        if ((channel == Channel.BARS) != (interval != null)) {
            throw new IllegalArgumentException("an interval belongs to bars and only to them");
        }
    }

    public static Subscription quotes(Symbol symbol) {
        return new Subscription(Channel.QUOTES, symbol, null);
    }

    public static Subscription trades(Symbol symbol) {
        return new Subscription(Channel.TRADES, symbol, null);
    }

    public static Subscription bars(Symbol symbol, Interval interval) {
        return new Subscription(Channel.BARS, symbol, interval);
    }
}
