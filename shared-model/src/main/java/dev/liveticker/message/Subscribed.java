package dev.liveticker.message;

import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@link ClientMessage.Subscribe} and {@link ClientMessage.Unsubscribe} with the whole result.
 *
 * @param id the request's, if it had one
 * @param interval which bars, on that channel
 * @param symbols every symbol now subscribed to on the channel
 * @param rejected what of the request could not be had; the rest of it stands
 * @param resumed whether the stream goes on from the {@code since} of the request
 */
public record Subscribed(
        @Nullable String id,
        Channel channel,
        @Nullable Interval interval,
        List<Symbol> symbols,
        List<Rejection> rejected,
        boolean resumed)
        implements ServerMessage {

    public Subscribed {
        Required.field(channel, "channel");
        symbols = symbols == null ? List.of() : List.copyOf(symbols);
        rejected = rejected == null ? List.of() : List.copyOf(rejected);
    }

    /**
     * @param symbol as the client wrote it
     * @param code why: {@code unknown_symbol}, {@code invalid_symbol}, {@code too_many_symbols} or {@code not_allowed}
     */
    public record Rejection(String symbol, String code) {

        /** @throws IllegalArgumentException if a field that must be there is missing */
        public Rejection {
            Required.field(symbol, "symbol");
            Required.field(code, "code");
        }
    }
}
