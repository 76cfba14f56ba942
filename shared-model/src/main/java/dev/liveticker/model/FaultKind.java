package dev.liveticker.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a server can be asked to do wrong for a while, so that clients can be tested. */
public enum FaultKind {
    /** Every connection is cut, and none is served. */
    DROP,
    /** Connections are kept, and nothing is sent. */
    STALL,
    /** Everything leaves late. */
    DELAY,
    /** Trades get lost on the way. */
    SKIP,
    /** Trading in some symbols is halted. */
    HALT;

    /** The spelling in a request. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this {@link #code}, if there is one. */
    public static Optional<FaultKind> parse(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
