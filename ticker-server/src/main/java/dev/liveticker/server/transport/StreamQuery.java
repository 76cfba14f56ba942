package dev.liveticker.server.transport;

import dev.liveticker.message.ClientMessage.Subscribe;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a stream is asked for in its address: {@code symbols}, {@code channels}, {@code interval}, {@code maxRate}. */
public final class StreamQuery {

    private StreamQuery() {}

    /**
     * The subscriptions the query stands for, one for each channel; none if it names no symbols.
     *
     * @param since where an interrupted stream goes on, whatever it looks like: the hub judges it
     */
    public static List<Subscribe> subscriptions(Query query, @Nullable String since) throws RefusedException {
        List<String> symbols = query.list("symbols");
        List<Channel> channels = channels(query);
        Interval interval = interval(query);
        Double maxRate = maxRate(query);
        if (symbols.isEmpty()) {
            if (query.has("channels") || query.has("symbols")) {
                throw RefusedException.badParameter("symbols", "missing");
            }
            return List.of();
        }
        List<Subscribe> subscriptions = new ArrayList<>();
        for (Channel channel : channels) {
            subscriptions.add(
                    new Subscribe(null, channel, symbols, channel == Channel.BARS ? interval : null, maxRate, since));
        }
        return subscriptions;
    }

    /** The interval a query names, if any. */
    public static @Nullable Interval interval(Query query) throws RefusedException {
        Optional<String> code = query.text("interval");
        if (code.isEmpty()) {
            return null;
        }
        return Interval.parse(code.get())
                .orElseThrow(() -> RefusedException.badParameter("interval", "1m, 5m, 15m, 1h or 1d expected"));
    }

    private static List<Channel> channels(Query query) throws RefusedException {
        List<Channel> channels = new ArrayList<>();
        for (String code : query.list("channels")) {
            Channel channel = Channel.parse(code)
                    .orElseThrow(() -> RefusedException.badParameter("channels", "quotes, trades or bars expected"));
            if (!channels.contains(channel)) {
                channels.add(channel);
            }
        }
        return channels.isEmpty() ? List.of(Channel.QUOTES) : channels;
    }

    private static @Nullable Double maxRate(Query query) throws RefusedException {
        Optional<String> given = query.text("maxRate");
        if (given.isEmpty()) {
            return null;
        }
        // Narrower than Double.parseDouble, which also takes 0x1p3, 1d and NaN.
        if (given.get().matches("[0-9]{1,7}(\\.[0-9]{1,6})?")) {
            double rate = Double.parseDouble(given.get());
            if (rate > 0 && rate <= 1_000_000) {
                return rate;
            }
        }
        throw RefusedException.badParameter("maxRate", "a number above 0 and at most 1000000 expected");
    }
}
