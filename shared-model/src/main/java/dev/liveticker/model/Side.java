package dev.liveticker.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who crossed the spread in a trade: the buyer or the seller. */
public enum Side {
    BUY,
    SELL;

    /** The spelling on the wire. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
