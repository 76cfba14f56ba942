package dev.liveticker.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What a price must do for an {@link Alert} to fire. */
public enum AlertCondition {
    /** The price was below the level and is now at it or above. */
    CROSSES_ABOVE("crossesAbove", true, false),
    /** The price was above the level and is now at it or below. */
    CROSSES_BELOW("crossesBelow", false, false),
    /** The change since the previous close was below so many percent and is now at least that. */
    CHANGE_PERCENT_ABOVE("changePercentAbove", true, true),
    /** The change since the previous close was above so many percent and is now at most that. */
    CHANGE_PERCENT_BELOW("changePercentBelow", false, true);

    private final String code;
    private final boolean rising;
    private final boolean percent;

    AlertCondition(String code, boolean rising, boolean percent) {
        this.code = code;
        this.rising = rising;
        this.percent = percent;
    }

    /** The spelling on the wire. */
    @JsonValue
    public String code() {
        return code;
    }

    /** Whether it is met from below. */
    public boolean rising() {
        return rising;
    }

    /** Whether its level is a change in percent instead of a price. */
    public boolean percent() {
        return percent;
    }

    /** The condition with this {@link #code}, if there is one. */
    public static Optional<AlertCondition> parse(String code) {
        return Arrays.stream(values())
                .filter(condition -> condition.code.equals(code))
                .findFirst();
    }
}
