package dev.liveticker.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Bar;
import dev.liveticker.message.Trade;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.packed.MalformedStateException;
import dev.liveticker.server.packed.PackedReader;
import dev.liveticker.server.packed.PackedWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A history that goes on from what another wrote down. */
class CapturedHistoryTest {

    private static final List<Symbol> SYMBOLS = List.of(Symbol.of("AAA"), Symbol.of("BBB"), Symbol.of("^CCC"));
    private static final long START = Interval.ONE_DAY.startOf(1_700_000_000_000_000L);

    private static MarketHistory history() {
        return new MarketHistory(SYMBOLS.stream()
                .map(symbol -> new Instrument(
                        symbol,
                        "Name",
                        symbol.text().startsWith("^") ? AssetClass.INDEX : AssetClass.STOCK,
                        "USD",
                        new BigDecimal("0.01"),
                        null))
                .toList());
    }

    private static HistoryState copy(HistoryState state) throws MalformedStateException {
        PackedWriter to = new PackedWriter();
        state.write(to);
        PackedReader from = new PackedReader(to.written());
        HistoryState copy = HistoryState.read(from);
        from.end();
        return copy;
    }

    private static List<Bar> bars(MarketHistory history, Symbol symbol, Interval interval) {
        return history.bars(symbol, interval, Long.MIN_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE);
    }

    @Property(tries = 500)
    void it_builds_the_same_bars_as_the_one_that_never_stopped(
            @ForAll @Size(max = 150) List<@IntRange(min = 0, max = 10_000_000) Integer> script,
            @ForAll @IntRange(max = 150) int moment)
            throws MalformedStateException {
        MarketHistory through = history();
        MarketHistory restored = history();
        List<Bar> closedThrough = new ArrayList<>();
        List<Bar> closedRestored = new ArrayList<>();
        long time = START;
        for (int i = 0; i < script.size(); i++) {
            if (i == moment) {
                restored.restore(copy(through.capture()));
                closedRestored.clear();
                closedThrough.clear();
            }
            int code = script.get(i);
            time += (long) (code % 400) * 1_000_000;
            // Some come late, and count where the clock is.
            long at = code % 7 == 0 ? time - 90_000_000 : time;
            Symbol symbol = SYMBOLS.get(code % SYMBOLS.size());
            BigDecimal price = BigDecimal.valueOf(1 + code % 977, code % 5);
            Trade trade =
                    new Trade(symbol, i + 1, i, price, BigDecimal.valueOf(1 + code % 50, code % 3), Side.SELL, at);
            happens(through, trade, closedThrough);
            happens(restored, trade, closedRestored);
        }
        if (moment < script.size()) {
            assertThat(closedRestored).isEqualTo(closedThrough);
            assertThat(restored.capture()).usingRecursiveComparison().isEqualTo(through.capture());
            for (Symbol symbol : SYMBOLS) {
                assertThat(restored.trades(symbol, Long.MAX_VALUE, 1_000))
                        .isEqualTo(through.trades(symbol, Long.MAX_VALUE, 1_000));
                for (Interval interval : Interval.values()) {
                    assertThat(bars(restored, symbol, interval)).isEqualTo(bars(through, symbol, interval));
                }
            }
        }
    }

    private static void happens(MarketHistory history, Trade trade, List<Bar> closed) {
        history.advance(trade.time(), closed::add);
        if (trade.symbol().text().startsWith("^")) {
            history.value(trade.symbol(), trade.price(), trade.time());
        } else {
            history.add(trade);
        }
        history.drainChanged(_ -> {});
    }

    @Property(tries = 300)
    void what_is_no_state_is_told_to_be_none_and_costs_no_memory(@ForAll @Size(max = 300) byte[] garbage) {
        try {
            HistoryState.read(new PackedReader(garbage));
        } catch (MalformedStateException e) {
            assertThat(e).hasMessageNotContainingAny("null");
        }
    }

    @Property(tries = 300)
    void a_share_is_fair_and_uses_what_there_is(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 1_000) Integer> wanted,
            @ForAll @IntRange(max = 20_000) int there) {
        int[] each = wanted.stream().mapToInt(Integer::intValue).toArray();
        int share = FairShare.of(each, there);
        long given = wanted.stream().mapToLong(want -> Math.min(want, share)).sum();
        assertThat(given).isLessThanOrEqualTo(there);
        if (share < Integer.MAX_VALUE) {
            long more = wanted.stream()
                    .mapToLong(want -> Math.min(want, share + 1L))
                    .sum();
            assertThat(more).isGreaterThan(there);
        } else {
            assertThat(wanted.stream().mapToLong(want -> want).sum()).isLessThanOrEqualTo(there);
        }
    }

    @Example
    void only_the_newest_of_what_is_over_comes_along_as_much_of_each_symbol() {
        List<Instrument> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(new Instrument(Symbol.of("S" + i), "Name", AssetClass.STOCK, "USD", new BigDecimal("0.01"), null));
        }
        MarketHistory history = MarketHistory.after(many, symbol -> minutes(symbol, 2_500));
        HistoryState state = history.capture();
        for (HistoryState.OfSymbol its : state.symbols()) {
            SeriesState minutes = its.series().getFirst();
            assertThat(minutes.closed().length / BarSeries.WIDTH).isEqualTo(2_000);
            assertThat(minutes.closed()[minutes.closed().length - BarSeries.WIDTH])
                    .isEqualTo(START + 2_499 * Interval.ONE_MINUTE.micros());
        }
    }

    private static List<Bar> minutes(Symbol symbol, int count) {
        List<Bar> minutes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            minutes.add(new Bar(
                    symbol,
                    0,
                    Interval.ONE_MINUTE,
                    START + i * Interval.ONE_MINUTE.micros(),
                    BigDecimal.TEN,
                    BigDecimal.TEN,
                    BigDecimal.TEN,
                    BigDecimal.TEN,
                    BigDecimal.ONE,
                    1,
                    true));
        }
        return minutes;
    }
}
