package dev.liveticker.feed;

import dev.liveticker.model.FaultKind;
import dev.liveticker.model.Symbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fault that a server simulates.
 *
 * @param remainingSeconds how long still, rounded up
 * @param symbols it is limited to; absent for all
 */
public record SimulatedFault(
        FaultKind kind, long remainingSeconds, @Nullable List<Symbol> symbols) {}
