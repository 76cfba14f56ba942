package dev.liveticker.benchmarks.peer;

import dev.liveticker.benchmarks.load.Workload;
import dev.liveticker.message.Quote;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A market whose only business is to quote evenly: each symbol in turn, every quote of the same shape and about 125
 * bytes long as JSON. One thread at a time.
 */
public final class SyntheticMarket {

    private final boolean numbered;
    private final List<Symbol> symbols;
    private final SplittableRandom random = new SplittableRandom(7);
    private final long[] cents;
    private long made;

    /**
     * @param symbols how many it trades
     * @param numbered whether its quotes have their number already, which the project's own hub gives them
     */
    public SyntheticMarket(int symbols, boolean numbered) {
        this.numbered = numbered;
        this.symbols = IntStream.range(0, symbols)
                .mapToObj(i -> new Symbol(Workload.symbol(i)))
                .toList();
        this.cents = random.longs(symbols, 10_000, 50_000).toArray();
    }

    public List<Instrument> instruments() {
        return symbols.stream()
                .map(symbol -> new Instrument(
                        symbol, "Synthetic " + symbol, AssetClass.STOCK, "USD", new BigDecimal("0.01"), null))
                .toList();
    }

    /** A whole quote of each symbol, not numbered. */
    public List<Quote> opening(long timeMicros) {
        return IntStream.range(0, symbols.size())
                .mapToObj(i -> new Quote(
                        symbols.get(i),
                        0,
                        timeMicros,
                        price(cents[i] - 1),
                        null,
                        price(cents[i] + 1),
                        null,
                        price(cents[i]),
                        null,
                        BigDecimal.ZERO,
                        price(cents[i]),
                        price(cents[i]),
                        price(cents[i]),
                        price(cents[i]),
                        TradingStatus.OPEN))
                .toList();
    }

    /** The next quotes. */
    public List<Quote> next(int count, long timeMicros) {
        List<Quote> quotes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int symbol = (int) (made % symbols.size());
            made++;
            cents[symbol] = Math.clamp(cents[symbol] + random.nextInt(-5, 6), 10_000, 50_000);
            quotes.add(new Quote(
                    symbols.get(symbol),
                    numbered ? made : 0,
                    timeMicros,
                    price(cents[symbol] - 1),
                    null,
                    price(cents[symbol] + 1),
                    null,
                    price(cents[symbol]),
                    null,
                    BigDecimal.valueOf(1_000_000 + made),
                    null,
                    null,
                    null,
                    null,
                    null));
        }
        return quotes;
    }

    private static BigDecimal price(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
