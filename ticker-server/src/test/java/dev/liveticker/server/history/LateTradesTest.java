package dev.liveticker.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Bar;
import dev.liveticker.message.Trade;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Trades in any order of their times. */
class LateTradesTest {

    private static final Symbol A = Symbol.of("AAA");
    private static final long SECOND = 1_000_000;
    private static final long MINUTE = Interval.ONE_MINUTE.micros();

    /** A quarter of an hour before midnight, so that every interval ends soon. */
    private static final long START = Interval.ONE_DAY.startOf(1_700_000_000_000_000L) - 15 * MINUTE;

    /** A history to which trades happen. */
    private static final class Run {
        private final List<Bar> closed = new ArrayList<>();
        private final MarketHistory history = new MarketHistory(
                List.of(new Instrument(A, "Name", AssetClass.STOCK, "USD", new BigDecimal("0.01"), null)));

        static Run of(List<Trade> trades) {
            Run run = new Run();
            trades.forEach(run::happens);
            return run;
        }

        void happens(Trade trade) {
            history.advance(trade.time(), closed::add);
            history.add(trade);
        }

        List<Bar> bars(Interval interval) {
            return history.bars(A, interval, Long.MIN_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE);
        }
    }

    @Provide
    Arbitrary<List<Trade>> trades() {
        // Around a time that goes on: some seconds early, or up to an hour late.
        Arbitrary<Long> steps = Arbitraries.longs().between(0, 90);
        Arbitrary<Long> delays = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(0L)),
                Tuple.of(3, Arbitraries.longs().between(1, 70)),
                Tuple.of(1, Arbitraries.longs().between(71, 3_700)));
        return Combinators.combine(
                        steps,
                        delays,
                        Arbitraries.integers().between(1, 500),
                        Arbitraries.integers().between(1, 9))
                .as((step, delay, price, size) -> new long[] {step, delay, price, size})
                .list()
                .ofMaxSize(150)
                .map(LateTradesTest::sequence);
    }

    private static List<Trade> sequence(List<long[]> script) {
        List<Trade> trades = new ArrayList<>();
        long now = START;
        for (long[] each : script) {
            now += each[0] * SECOND;
            trades.add(new Trade(
                    A,
                    0,
                    trades.size() + 1,
                    BigDecimal.valueOf(each[2], 2),
                    BigDecimal.valueOf(each[3]),
                    Side.BUY,
                    now - each[1] * SECOND));
        }
        return trades;
    }

    @Property(tries = 500)
    void every_trade_is_in_exactly_one_bar_of_each_interval(@ForAll("trades") List<Trade> trades) {
        Run run = Run.of(trades);
        BigDecimal size = trades.stream().map(Trade::size).reduce(BigDecimal.ZERO, BigDecimal::add);
        for (Interval interval : Interval.values()) {
            assertThat(run.bars(interval).stream().mapToInt(Bar::trades).sum()).isEqualTo(trades.size());
            assertThat(run.bars(interval).stream().map(Bar::volume).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(size);
        }
    }

    @Property(tries = 500)
    void a_bar_holds_together_and_no_start_comes_twice(@ForAll("trades") List<Trade> trades) {
        Run run = Run.of(trades);
        for (Interval interval : Interval.values()) {
            List<Bar> bars = run.bars(interval);
            assertThat(bars.stream().map(Bar::start)).isSorted().doesNotHaveDuplicates();
            for (Bar bar : bars) {
                assertThat(bar.low())
                        .isLessThanOrEqualTo(bar.open())
                        .isLessThanOrEqualTo(bar.close())
                        .isLessThanOrEqualTo(bar.high());
                assertThat(bar.high()).isGreaterThanOrEqualTo(bar.open()).isGreaterThanOrEqualTo(bar.close());
                assertThat(bar.start()).isEqualTo(interval.startOf(bar.start()));
            }
        }
    }

    @Property(tries = 500)
    void a_bar_that_was_closed_stays_as_it_was(@ForAll("trades") List<Trade> trades) {
        Run run = Run.of(trades);
        for (Interval interval : Interval.values()) {
            assertThat(run.closed.stream()
                            .filter(bar -> bar.interval() == interval)
                            .toList())
                    .isEqualTo(run.bars(interval).stream().filter(Bar::closed).toList());
        }
    }

    @Property(tries = 500)
    void a_longer_bar_is_what_the_shorter_ones_in_it_make(@ForAll("trades") List<Trade> trades) {
        Run run = Run.of(trades);
        List<Interval> intervals = List.of(Interval.values());
        for (int i = 1; i < intervals.size(); i++) {
            Interval longer = intervals.get(i);
            Map<Long, Bar> made = new HashMap<>();
            for (Bar part : run.bars(intervals.get(i - 1))) {
                made.merge(longer.startOf(part.start()), part, LateTradesTest::joined);
            }
            List<Bar> bars = run.bars(longer);
            assertThat(bars).hasSameSizeAs(made.keySet());
            for (Bar bar : bars) {
                assertThat(bar)
                        .usingRecursiveComparison()
                        .ignoringFields("interval", "start", "closed")
                        .isEqualTo(made.get(bar.start()));
            }
        }
    }

    private static Bar joined(Bar one, Bar next) {
        return new Bar(
                one.symbol(),
                0,
                one.interval(),
                one.start(),
                one.open(),
                one.high().max(next.high()),
                one.low().min(next.low()),
                next.close(),
                one.volume().add(next.volume()),
                one.trades() + next.trades(),
                next.closed());
    }

    @Property(tries = 300)
    void within_a_minute_the_order_of_trades_of_different_times_does_not_matter(@ForAll("trades") List<Trade> trades) {
        Map<Long, Trade> ofOneMinute = new HashMap<>();
        for (Trade trade : trades) {
            long time = START + Math.floorMod(trade.time(), MINUTE);
            ofOneMinute.put(time, new Trade(A, 0, trade.tradeId(), trade.price(), trade.size(), trade.side(), time));
        }
        List<Trade> shuffled = List.copyOf(ofOneMinute.values());
        Run asTheyCame = Run.of(shuffled);
        Run inOrder = Run.of(
                shuffled.stream().sorted(Comparator.comparingLong(Trade::time)).toList());
        for (Interval interval : List.of(Interval.ONE_MINUTE, Interval.ONE_DAY)) {
            assertThat(asTheyCame.bars(interval)).isEqualTo(inOrder.bars(interval));
        }
    }

    @Property(tries = 300)
    void whoever_reads_on_gets_each_closed_bar_once_and_the_open_minute_as_it_stands(
            @ForAll("trades") List<Trade> trades) {
        Run run = new Run();
        List<Bar> read = new ArrayList<>();
        Bookmark mark = Bookmark.at(Map.of());
        int i = 0;
        for (Trade trade : trades) {
            run.happens(trade);
            if (i++ % 7 == 0) {
                Reading reading = run.history.readAfter(A, mark).orElseThrow();
                read.addAll(reading.closed());
                mark = reading.upTo();
                assertThat(reading.openMinute()).isEqualTo(run.history.open(A, Interval.ONE_MINUTE));
                assertThat(run.history.readAfter(A, mark)).isEmpty();
            }
        }
        run.history.readAfter(A, mark).ifPresent(reading -> read.addAll(reading.closed()));
        assertThat(read).containsExactlyInAnyOrderElementsOf(run.closed);
    }
}
