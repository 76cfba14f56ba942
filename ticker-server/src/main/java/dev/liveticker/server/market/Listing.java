package dev.liveticker.server.market;

import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An instrument and how it trades in the simulation.
 *
 * @param price what it costs when the simulation starts; a positive multiple of the tick size
 * @param volatility standard deviation of a year's logarithmic return, such as {@code 0.25}; positive
 * @param quotesPerSecond how often its quote changes on average; positive
 * @param tradeSize the size of an average trade, in units of the instrument; positive, and absent for an index alone,
 *     which nobody trades
 */
public record Listing(
        Instrument instrument,
        BigDecimal price,
        double volatility,
        double quotesPerSecond,
        @Nullable BigDecimal tradeSize) {

    /** What it is quoted by. */
    public Symbol symbol() {
        return instrument.symbol();
    }

    /**
     * Its volatility scaled to one trading day (variance grows with time): a year has 365 of them for crypto and 252
     * for what keeps exchange days.
     */
    double dailyVolatility() {
        double days = switch (instrument.kind()) {
            case CRYPTO -> 365;
            case STOCK, INDEX, FX -> 252;
        };
        return volatility / Math.sqrt(days);
    }
}
