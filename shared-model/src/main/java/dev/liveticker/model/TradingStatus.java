package dev.liveticker.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether an instrument can be traded at the moment. */
public enum TradingStatus {
    OPEN,
    HALTED,
    CLOSED;

    /** The spelling on the wire. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
