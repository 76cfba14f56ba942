package dev.liveticker.feed;

import dev.liveticker.model.FaultKind;
import dev.liveticker.model.Symbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks a server for a fault; what is absent is the server's choice.
 *
 * @param seconds 1 to 3,600
 * @param symbols of a halt, or those whose trades get lost
 * @param millis of a delay, 1 to 10,000
 * @param how connections are dropped: {@code abort} or {@code close}
 * @param times how many trades of each symbol get lost at most
 */
public record FaultRequest(
        FaultKind kind,
        int seconds,
        @Nullable List<Symbol> symbols,
        @Nullable Integer millis,
        @Nullable String how,
        @Nullable Integer times) {

    public static FaultRequest of(FaultKind kind, int seconds) {
        return new FaultRequest(kind, seconds, null, null, null, null);
    }

    public FaultRequest ofSymbols(List<Symbol> only) {
        return new FaultRequest(kind, seconds, List.copyOf(only), millis, how, times);
    }

    public FaultRequest byMillis(int late) {
        return new FaultRequest(kind, seconds, symbols, late, how, times);
    }

    public FaultRequest cutting(String newHow) {
        return new FaultRequest(kind, seconds, symbols, millis, newHow, times);
    }
}
