package dev.liveticker.server.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.history.MarketHistory;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/**
 * Whatever the seed and the hour, at any kind of instrument: {@link MarketWatch} says what must hold of each event, and
 * the bars must be those of the trades.
 */
class MarketInvariantsTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final int STEPS = 20 * 120;

    /** Of each kind one, and some that are hard: at the lowest price, at a dollar, wild, idle. */
    private static final String UNIVERSE = """
            symbol,name,kind,currency,tickSize,sector,price,volatility,quotesPerSecond,tradeSize
            AAPL,Apple,stock,USD,0.01,Tech,254.63,0.3,10,110
            PENNY,Penny,stock,USD,0.0001,Tech,0.0001,9,20,100
            DOLLAR,Dollar,stock,USD,0.0001,Tech,1.00,5,20,100
            WILD,Wild,stock,USD,0.01,Tech,12,10,20,100
            IDLE,Idle,stock,EUR,0.5,,1984.5,0.4,0.05,8
            ^X,X,index,USD,0.01,,6688.46,0.16,4,
            COIN,Coin,crypto,USD,0.00000001,,0.00000933,1.1,6,120000000
            USDJPY=X,Yen,fx,JPY,0.001,,147.885,0.1,8,250000
            """;

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void nothing_that_happens_contradicts_what_must_hold(
            @ForAll long seed, @ForAll @IntRange(max = 7 * 24 * 60) int minute, @ForAll boolean sessions)
            throws Exception {
        Instant start = MONDAY.plusSeconds(60L * minute + 30);
        SimulatedMarket market = new SimulatedMarket(
                seed,
                Catalogue.read(new StringReader(UNIVERSE), "universe").listings(),
                start,
                new SimulationSettings(sessions),
                Map.of());
        MarketWatch watch = new MarketWatch(market.instruments(), market.opening());
        MarketHistory history = new MarketHistory(market.instruments());
        List<Bar> closed = new ArrayList<>();
        Map<Symbol, Map<Long, Bar>> expected = new TreeMap<>();
        RandomGenerator sleep = new SplittableRandom(seed);

        for (int i = 0; i < STEPS; i++) {
            if (sleep.nextInt(STEPS) < 2) {
                market.skip(sleep.nextLong(6 * 3_600_000_000L));
            }
            List<MarketEvent> events = market.step();
            watch.see(events);
            for (MarketEvent event : events) {
                switch (event) {
                    case Trade trade -> {
                        history.advance(trade.time(), closed::add);
                        history.add(trade);
                        expected.computeIfAbsent(trade.symbol(), symbol -> new TreeMap<>())
                                .merge(
                                        Interval.ONE_MINUTE.startOf(trade.time()),
                                        bar(trade),
                                        MarketInvariantsTest::joined);
                    }
                    case Quote quote -> history.advance(quote.time(), closed::add);
                    case Status status -> assertThat(status.reason()).isNotBlank();
                    case Bar bar -> throw new AssertionError("a market makes no bars: " + bar);
                }
            }
        }

        expected.forEach(
                (symbol, bars) -> assertThat(history.bars(symbol, Interval.ONE_MINUTE, 0, Long.MAX_VALUE, 10_000))
                        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("closed")
                        .isEqualTo(List.copyOf(bars.values())));
    }

    private static Bar bar(Trade trade) {
        BigDecimal price = trade.price();
        return new Bar(
                trade.symbol(),
                0,
                Interval.ONE_MINUTE,
                Interval.ONE_MINUTE.startOf(trade.time()),
                price,
                price,
                price,
                price,
                trade.size(),
                1,
                true);
    }

    private static Bar joined(Bar earlier, Bar later) {
        return new Bar(
                earlier.symbol(),
                0,
                earlier.interval(),
                earlier.start(),
                earlier.open(),
                earlier.high().max(later.high()),
                earlier.low().min(later.low()),
                later.close(),
                earlier.volume().add(later.volume()),
                earlier.trades() + later.trades(),
                true);
    }
}
