package dev.liveticker.server.fault;

import dev.liveticker.message.Trade;
import dev.liveticker.model.Symbol;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** Chooses which trades get lost: the first of each symbol in each second. For the hub's thread. */
final class LostTrades implements Predicate<Trade> {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private static final class Losses {

        private int count;
        private long lastSecond = -1;
    }

    private final Fault.Skip skip;
    private final LongSupplier nanos;
    private final long begun;
    private final Map<Symbol, Losses> losses = new HashMap<>();

    /** @param nanos monotonic */
    LostTrades(Fault.Skip skip, LongSupplier nanos) {
        this.skip = skip;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    @Override
    public boolean test(Trade trade) {
        if (!skip.symbols().isEmpty() && !skip.symbols().contains(trade.symbol())) {
            return false;
        }
        Losses own = losses.computeIfAbsent(trade.symbol(), _ -> new Losses());
        long second = (nanos.getAsLong() - begun) / SECOND;
        if (second == own.lastSecond || own.count >= skip.times()) {
            return false;
        }
        own.lastSecond = second;
        own.count++;
        return true;
    }
}
