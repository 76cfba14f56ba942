package dev.liveticker.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a client can subscribe to for a symbol. */
public enum Channel {
    /** The newest bid, ask and last; conflated. Status changes of the symbol come with it. */
    QUOTES,
    /** Every trade; lossless within the retained window. */
    TRADES,
    /** Bars of one {@link Interval}: the open one conflated, closed ones lossless. */
    BARS;

    /** The spelling on the wire and in a query. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The channel with this {@link #code}, if there is one. */
    public static Optional<Channel> parse(String code) {
        return Arrays.stream(values())
                .filter(channel -> channel.code().equals(code))
                .findFirst();
    }
}
