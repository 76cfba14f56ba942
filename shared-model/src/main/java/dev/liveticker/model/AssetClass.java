package dev.liveticker.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What kind of thing an instrument is. */
public enum AssetClass {
    STOCK,
    INDEX,
    CRYPTO,
    FX;

    /** The spelling on the wire. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
