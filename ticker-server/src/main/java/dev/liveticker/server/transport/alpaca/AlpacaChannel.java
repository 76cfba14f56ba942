package dev.liveticker.server.transport.alpaca;

import dev.liveticker.message.Subscribed;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Alpaca's clients can subscribe to, and what of the hub it is. */
enum AlpacaChannel {
    TRADES("trades", Channel.TRADES, null, null),
    QUOTES("quotes", Channel.QUOTES, null, null),
    /** Closed bars only; the open one, which the hub has as well, is wanted as seldom as can be. */
    BARS("bars", Channel.BARS, Interval.ONE_MINUTE, AlpacaChannel.ONCE_A_MINUTE),
    /** Bars are never changed once they are closed: accepted, and nothing ever comes. */
    UPDATED_BARS("updatedBars", null, null, null),
    DAILY_BARS("dailyBars", Channel.BARS, Interval.ONE_DAY, AlpacaChannel.ONCE_A_MINUTE),
    /** The hub tells of a symbol's status on each of its channels; this one has least else to say. */
    STATUSES("statuses", Channel.BARS, Interval.ONE_HOUR, AlpacaChannel.ONCE_A_MINUTE);

    /** Alpaca tells of a day's bar after each minute. */
    private static final double ONCE_A_MINUTE = 1 / 60.0;

    private final String code;
    private final @Nullable Channel channel;
    private final @Nullable Interval interval;
    private final @Nullable Double maxRate;

    AlpacaChannel(String code, @Nullable Channel channel, @Nullable Interval interval, @Nullable Double maxRate) {
        this.code = code;
        this.channel = channel;
        this.interval = interval;
        this.maxRate = maxRate;
    }

    /** The spelling on the wire. */
    String code() {
        return code;
    }

    /** The hub's; absent where it has none. */
    @Nullable
    Channel channel() {
        return channel;
    }

    @Nullable
    Interval interval() {
        return interval;
    }

    /** Values a second and symbol at most; absent for no limit. */
    @Nullable
    Double maxRate() {
        return maxRate;
    }

    /** Which one the hub answers about. */
    static Optional<AlpacaChannel> of(Subscribed answer) {
        return Arrays.stream(values())
                .filter(each -> each.channel == answer.channel() && each.interval == answer.interval())
                .findFirst();
    }
}
