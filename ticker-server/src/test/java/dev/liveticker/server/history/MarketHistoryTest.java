package dev.liveticker.server.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveticker.message.Bar;
import dev.liveticker.message.Trade;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MarketHistoryTest {

    private static final long MINUTE = Interval.ONE_MINUTE.micros();

    /** Midnight, so that every interval begins there. */
    private static final long START = Interval.ONE_DAY.startOf(1_700_000_000_000_000L);

    private static final Symbol A = Symbol.of("AAA");
    private static final Symbol B = Symbol.of("BBB");

    private final List<Bar> closed = new ArrayList<>();
    private final MarketHistory history = new MarketHistory(List.of(instrument(A), instrument(B)));
    private long tradeId;

    private static Instrument instrument(Symbol symbol) {
        return new Instrument(symbol, "Name", AssetClass.STOCK, "USD", new BigDecimal("0.01"), null);
    }

    @Test
    void a_bar_holds_the_trades_of_its_interval() {
        trade(A, START, "10.00", "5");
        trade(A, START + 10, "12.00", "1");
        trade(A, START + 20, "9.00", "2");
        trade(A, START + MINUTE - 1, "11.00", "3");
        assertThat(history.open(A, Interval.ONE_MINUTE))
                .hasValue(bar(A, Interval.ONE_MINUTE, START, "10.00", "12.00", "9.00", "11.00", "11", 4, false));
        trade(A, START + MINUTE, "11.50", "1");
        assertThat(closed)
                .containsExactly(bar(A, Interval.ONE_MINUTE, START, "10.00", "12.00", "9.00", "11.00", "11", 4, true));
        assertThat(history.open(A, Interval.FIVE_MINUTES).orElseThrow().trades())
                .isEqualTo(5);
    }

    @Test
    void a_minute_without_trades_has_no_bar() {
        trade(A, START, "10.00", "1");
        trade(A, START + 3 * MINUTE, "11.00", "1");
        assertThat(history.bars(A, Interval.ONE_MINUTE, 0, Long.MAX_VALUE, 10).stream()
                        .map(Bar::start))
                .containsExactly(START, START + 3 * MINUTE);
        history.advance(START + 10 * MINUTE, closed::add);
        assertThat(history.open(A, Interval.ONE_MINUTE)).isEmpty();
    }

    @Test
    void the_time_of_any_event_closes_every_bar_that_is_over() {
        trade(A, START, "10.00", "1");
        trade(B, START + 1, "20.00", "1");
        history.advance(START + MINUTE, closed::add);
        assertThat(closed.stream().map(Bar::symbol)).containsExactly(A, B);
        history.advance(START + 5 * MINUTE, closed::add);
        assertThat(closed.stream().map(Bar::interval))
                .containsExactly(
                        Interval.ONE_MINUTE, Interval.ONE_MINUTE, Interval.FIVE_MINUTES, Interval.FIVE_MINUTES);
    }

    @Test
    void a_late_trade_counts_where_the_clock_stands_and_changes_no_closed_bar() {
        trade(A, START, "10.00", "1");
        trade(A, START + MINUTE + 10, "11.00", "1");
        trade(A, START + 5, "99.00", "7");
        assertThat(history.bars(A, Interval.ONE_MINUTE, 0, Long.MAX_VALUE, 10))
                .containsExactly(
                        bar(A, Interval.ONE_MINUTE, START, "10.00", "10.00", "10.00", "10.00", "1", 1, true),
                        bar(A, Interval.ONE_MINUTE, START + MINUTE, "99.00", "99.00", "11.00", "11.00", "8", 2, false));
    }

    @Test
    void within_a_minute_a_bar_opens_and_closes_with_the_earliest_and_latest_trade_whichever_came_first() {
        trade(A, START + 20, "12.00", "1");
        trade(A, START + 30, "13.00", "1");
        trade(A, START + 10, "11.00", "1");
        trade(A, START + 25, "9.00", "1");
        trade(A, START + 30, "14.00", "1");
        assertThat(history.open(A, Interval.ONE_HOUR))
                .hasValue(bar(A, Interval.ONE_HOUR, START, "11.00", "14.00", "9.00", "14.00", "5", 5, false));
    }

    @Test
    void longer_bars_are_made_of_the_loaded_minutes_and_go_on_with_the_trades() {
        List<Bar> minutes = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            minutes.add(bar(
                    A,
                    Interval.ONE_MINUTE,
                    START + i * MINUTE,
                    "1" + i,
                    "2" + i,
                    "0.5" + i,
                    "1" + i + ".5",
                    "10",
                    3,
                    true));
        }
        history.load(A, minutes);
        assertThat(history.open(A, Interval.ONE_MINUTE)).isEmpty();
        trade(A, START + 7 * MINUTE + 30, "50", "1");
        assertThat(closed).isEmpty();
        assertThat(history.bars(A, Interval.FIVE_MINUTES, 0, Long.MAX_VALUE, 10))
                .usingElementComparator((a, b) -> same(a, b) ? 0 : 1)
                .containsExactly(
                        bar(A, Interval.FIVE_MINUTES, START, "10", "24", "0.50", "14.5", "50", 15, true),
                        bar(A, Interval.FIVE_MINUTES, START + 5 * MINUTE, "15", "50", "0.55", "50", "21", 7, false));
        assertThat(history.bars(A, Interval.ONE_MINUTE, 0, Long.MAX_VALUE, 100)).hasSize(8);
        assertThat(history.open(A, Interval.ONE_DAY).orElseThrow().trades()).isEqualTo(22);
    }

    @Test
    void bars_are_asked_for_by_time_and_number() {
        for (int i = 0; i < 50; i++) {
            trade(A, START + i * MINUTE, "10", "1");
        }
        assertThat(starts(START + 10 * MINUTE, START + 12 * MINUTE, 100)).containsExactly(10L, 11L);
        assertThat(starts(START, Long.MAX_VALUE, 2)).containsExactly(48L, 49L);
        assertThat(starts(START, Long.MAX_VALUE, 1)).containsExactly(49L);
        assertThat(starts(START, START + 49 * MINUTE, 1)).containsExactly(48L);
        assertThat(starts(START, Long.MAX_VALUE, 0)).isEmpty();
        assertThat(starts(START, Long.MAX_VALUE, -1)).isEmpty();
        assertThat(starts(START + 20, START, 10)).isEmpty();
        assertThat(starts(Long.MIN_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE)).hasSize(50);
        assertThat(history.bars(Symbol.of("NOPE"), Interval.ONE_MINUTE, 0, Long.MAX_VALUE, 10))
                .isEmpty();
    }

    private List<Long> starts(long from, long to, int limit) {
        return history.bars(A, Interval.ONE_MINUTE, from, to, limit).stream()
                .map(bar -> (bar.start() - START) / MINUTE)
                .toList();
    }

    @Test
    void what_is_kept_is_bounded() {
        for (int i = 0; i < 6_000; i++) {
            trade(A, START + i * MINUTE, "10", "1");
        }
        List<Bar> minutes = history.bars(A, Interval.ONE_MINUTE, 0, Long.MAX_VALUE, 100_000);
        assertThat(minutes).hasSize(3 * 24 * 60 + 1);
        assertThat(minutes.getFirst().start()).isEqualTo(START + (6_000 - 1 - 3 * 24 * 60) * MINUTE);
        assertThat(history.trades(A, Long.MAX_VALUE, 100_000)).hasSize(1_000);
        assertThat(history.trades(A, Long.MAX_VALUE, 2).stream().map(Trade::tradeId))
                .containsExactly(5_999L, 6_000L);
        assertThat(history.trades(B, Long.MAX_VALUE, 2)).isEmpty();
        assertThat(history.trades(A, Long.MAX_VALUE, -5)).isEmpty();
    }

    @Test
    void a_finer_price_than_any_before_loses_nothing() {
        trade(A, START, "10.25", "1");
        trade(A, START + MINUTE, "0.00001", "0.0005");
        List<Bar> bars = history.bars(A, Interval.ONE_MINUTE, 0, Long.MAX_VALUE, 10);
        assertThat(bars.get(0).close()).isEqualByComparingTo("10.25");
        assertThat(bars.get(1).close()).isEqualByComparingTo("0.00001");
        assertThat(history.open(A, Interval.ONE_DAY).orElseThrow().volume()).isEqualByComparingTo("1.0005");
    }

    @Test
    void a_number_that_does_not_fit_is_refused_and_changes_nothing() {
        trade(A, START, "10.25", "1");
        List<Bar> before = history.bars(A, Interval.ONE_DAY, 0, Long.MAX_VALUE, 10);
        for (String[] odd : new String[][] {
            {"1e30", "1"},
            {"1", "99999999999999999999"},
            {"0.000000000000000001", "1"},
            {"1", "9223372036854775807"},
            {"0.00001", "100000000000000000000"},
            {"0.00001", "9223372036854775807"},
            {"1e30", "0.00001"}
        }) {
            assertThatThrownBy(() -> trade(A, START, odd[0], odd[1])).isInstanceOf(ArithmeticException.class);
        }
        assertThat(history.bars(A, Interval.ONE_DAY, 0, Long.MAX_VALUE, 10)).isEqualTo(before);
        assertThat(history.trades(A, Long.MAX_VALUE, 10)).hasSize(1);
    }

    @Test
    void zeros_at_the_end_of_a_number_take_no_room() {
        trade(A, START, "10.2500000", "1.000000000000000000");
        Bar bar = history.open(A, Interval.ONE_DAY).orElseThrow();
        assertThat(bar.close()).isEqualTo(new BigDecimal("10.25"));
        assertThat(bar.volume()).isEqualTo(new BigDecimal("1"));
    }

    @Test
    void bars_in_another_order_are_refused() {
        Bar bar = bar(A, Interval.ONE_MINUTE, START, "1", "1", "1", "1", "1", 1, true);
        assertThatIllegalArgumentException().isThrownBy(() -> history.load(A, List.of(bar, bar)));
    }

    @Test
    void the_changed_are_given_once() {
        trade(B, START, "1", "1");
        trade(A, START, "1", "1");
        trade(B, START, "1", "1");
        List<Symbol> changed = new ArrayList<>();
        history.drainChanged(changed::add);
        assertThat(changed).containsExactly(B, A);
        history.drainChanged(changed::add);
        assertThat(changed).hasSize(2);
    }

    @Property(tries = 300)
    void every_bar_is_what_its_trades_make_it(
            @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 1_000_000) Integer> script,
            @ForAll @IntRange(min = 0, max = 100) int loaded) {
        MarketHistory all = new MarketHistory(List.of(instrument(A)));
        Map<Interval, Map<Long, List<Trade>>> expected = new HashMap<>();
        List<Bar> minutes = new ArrayList<>();
        for (int i = 0; i < loaded; i++) {
            String price = (10 + i % 7) + "";
            minutes.add(bar(A, Interval.ONE_MINUTE, START + i * MINUTE, price, price, price, price, "1", 1, true));
            note(expected, new Trade(A, 0, i, new BigDecimal(price), BigDecimal.ONE, Side.BUY, START + i * MINUTE));
        }
        all.load(A, minutes);
        long time = START + loaded * MINUTE;
        int id = 0;
        for (int code : script) {
            time += (long) (code % 500) * 1_000_000;
            Trade trade = new Trade(
                    A,
                    0,
                    id++,
                    BigDecimal.valueOf(1 + code % 977, code % 4),
                    BigDecimal.valueOf(1 + code % 13, code % 3),
                    Side.SELL,
                    time);
            all.advance(time, bar -> {});
            all.add(trade);
            note(expected, trade);
        }
        for (Interval interval : Interval.values()) {
            List<Bar> bars = all.bars(A, interval, Long.MIN_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE);
            Map<Long, List<Trade>> byStart = expected.getOrDefault(interval, Map.of());
            assertThat(bars.stream().map(Bar::start))
                    .containsExactlyElementsOf(
                            byStart.keySet().stream().sorted().toList());
            for (Bar bar : bars) {
                List<Trade> trades = byStart.get(bar.start());
                assertThat(bar.open()).isEqualByComparingTo(trades.getFirst().price());
                assertThat(bar.close()).isEqualByComparingTo(trades.getLast().price());
                assertThat(bar.high())
                        .isEqualByComparingTo(trades.stream()
                                .map(Trade::price)
                                .max(BigDecimal::compareTo)
                                .orElseThrow());
                assertThat(bar.low())
                        .isEqualByComparingTo(trades.stream()
                                .map(Trade::price)
                                .min(BigDecimal::compareTo)
                                .orElseThrow());
                assertThat(bar.volume())
                        .isEqualByComparingTo(
                                trades.stream().map(Trade::size).reduce(BigDecimal.ZERO, BigDecimal::add));
                assertThat(bar.trades()).isEqualTo(trades.size());
            }
        }
    }

    private static void note(Map<Interval, Map<Long, List<Trade>>> expected, Trade trade) {
        for (Interval interval : Interval.values()) {
            expected.computeIfAbsent(interval, key -> new HashMap<>())
                    .computeIfAbsent(interval.startOf(trade.time()), key -> new ArrayList<>())
                    .add(trade);
        }
    }

    private void trade(Symbol symbol, long time, String price, String size) {
        history.advance(time, closed::add);
        history.add(new Trade(symbol, 0, tradeId + 1, new BigDecimal(price), new BigDecimal(size), Side.BUY, time));
        tradeId++;
    }

    private static Bar bar(
            Symbol symbol,
            Interval interval,
            long start,
            String open,
            String high,
            String low,
            String close,
            String volume,
            int trades,
            boolean isClosed) {
        return new Bar(
                symbol,
                0,
                interval,
                start,
                new BigDecimal(open),
                new BigDecimal(high),
                new BigDecimal(low),
                new BigDecimal(close),
                new BigDecimal(volume),
                trades,
                isClosed);
    }

    private static boolean same(Bar a, Bar b) {
        return a.start() == b.start()
                && a.open().compareTo(b.open()) == 0
                && a.high().compareTo(b.high()) == 0
                && a.low().compareTo(b.low()) == 0
                && a.close().compareTo(b.close()) == 0
                && a.volume().compareTo(b.volume()) == 0
                && a.trades() == b.trades()
                && a.closed() == b.closed();
    }
}
