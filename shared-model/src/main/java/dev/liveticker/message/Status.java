package dev.liveticker.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import org.jspecify.annotations.Nullable;

/** Trading in a symbol was opened, halted or closed; none is left out without a {@link Gap}. */
public record Status(
        Symbol symbol,
        @JsonInclude(Include.NON_DEFAULT) long seq,
        TradingStatus status,
        @Nullable String reason) implements MarketEvent {

    /** @throws IllegalArgumentException if a field that must be there is missing */
    public Status {
        Required.field(symbol, "symbol");
        Required.field(status, "status");
    }

    @Override
    public Status numbered(long newSeq) {
        return new Status(symbol, newSeq, status, reason);
    }
}
