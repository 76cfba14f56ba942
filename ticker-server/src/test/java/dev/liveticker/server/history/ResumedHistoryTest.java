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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A history that goes on where another stopped. */
class ResumedHistoryTest {

    private static final Symbol A = Symbol.of("AAA");
    private static final long START = Interval.ONE_DAY.startOf(1_700_000_000_000_000L);

    private static MarketHistory history() {
        return new MarketHistory(
                List.of(new Instrument(A, "Name", AssetClass.STOCK, "USD", new BigDecimal("0.01"), null)));
    }

    /** What someone who keeps all of it would give back: no more than it takes. */
    private static EarlierBars kept(MarketHistory history) {
        Map<Interval, List<Bar>> closed = new EnumMap<>(Interval.class);
        long from = Long.MAX_VALUE;
        for (Interval interval : List.of(Interval.values()).reversed()) {
            List<Bar> all = history.bars(A, interval, Long.MIN_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                    .filter(Bar::closed)
                    .toList();
            long known = from;
            List<Bar> after = all.stream().filter(bar -> bar.start() >= known).toList();
            closed.put(interval, after.isEmpty() && !all.isEmpty() ? List.of(all.getLast()) : after);
            from = all.isEmpty() ? Long.MIN_VALUE : all.getLast().start() + interval.micros();
        }
        return new EarlierBars(closed, history.open(A, Interval.ONE_MINUTE));
    }

    @Property(tries = 300)
    void it_builds_the_same_bars_as_one_that_never_stopped(
            @ForAll @Size(max = 120) List<@IntRange(min = 0, max = 1_000_000) Integer> script,
            @ForAll @IntRange(max = 120) int stop) {
        MarketHistory through = history();
        MarketHistory stopped = history();
        List<Bar> before = new ArrayList<>();
        List<Bar> after = new ArrayList<>();
        long time = START;
        int i = 0;
        for (int code : script) {
            if (i == stop) {
                MarketHistory next = history();
                EarlierBars kept = kept(stopped);
                next.resume(A, kept);
                assertThat(kept.bookmark().newest())
                        .isEqualTo(Optional.of(before)
                                .map(ResumedHistoryTest::newest)
                                .orElseThrow());
                stopped = next;
            }
            List<Bar> closed = i < stop ? before : after;
            time += (long) (code % 900) * 1_000_000;
            Trade trade =
                    new Trade(A, 0, i, BigDecimal.valueOf(1 + code % 977, code % 4), BigDecimal.ONE, Side.SELL, time);
            through.advance(time, bar -> {});
            through.add(trade);
            stopped.advance(time, closed::add);
            stopped.add(trade);
            i++;
        }
        List<Bar> all = new ArrayList<>(before);
        all.addAll(after);
        for (Interval interval : Interval.values()) {
            assertThat(stopped.open(A, interval))
                    .usingRecursiveComparison()
                    .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .isEqualTo(through.open(A, interval));
            List<Bar> expected = through.bars(A, interval, Long.MIN_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                    .filter(Bar::closed)
                    .toList();
            assertThat(all.stream().filter(bar -> bar.interval() == interval).toList())
                    .usingRecursiveComparison()
                    .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .isEqualTo(expected);
        }
    }

    private static Map<Interval, Long> newest(List<Bar> closed) {
        Map<Interval, Long> newest = new EnumMap<>(Interval.class);
        closed.forEach(bar -> newest.put(bar.interval(), bar.start()));
        return newest;
    }
}
