package dev.liveticker.desktop.settings;

import org.jspecify.annotations.Nullable;

/**
 * How the desktop and a server talk.
 *
 * @param binary whether to ask for CBOR where the transport can carry it
 * @param compression whether to offer compression
 * @param quotesPerSecond of one symbol at most, {@value #LEAST_RATE} to {@value #MOST_RATE}; absent for all there are
 */
public record Wire(
        boolean binary, boolean compression, @Nullable Double quotesPerSecond) {

    public static final double LEAST_RATE = 0.1;
    public static final double MOST_RATE = 1_000;

    public Wire {
        if (quotesPerSecond != null) {
            quotesPerSecond = Math.clamp(quotesPerSecond, LEAST_RATE, MOST_RATE);
        }
    }

    static Wire defaults() {
        return new Wire(false, true, null);
    }

    public Wire withBinary(boolean newBinary) {
        return new Wire(newBinary, compression, quotesPerSecond);
    }

    public Wire withCompression(boolean newCompression) {
        return new Wire(binary, newCompression, quotesPerSecond);
    }

    public Wire withQuotesPerSecond(@Nullable Double newRate) {
        return new Wire(binary, compression, newRate);
    }
}
