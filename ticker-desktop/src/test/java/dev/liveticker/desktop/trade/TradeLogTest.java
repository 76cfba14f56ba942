package dev.liveticker.desktop.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.message.Trade;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TradeLogTest {

    private final TradeLog log = new TradeLog();

    private static List<Trade> trades(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(id -> Some.trade(id, "100"))
                .toList();
    }

    @Test
    void the_newest_is_on_top_and_says_which_way_the_price_went() {
        log.put(List.of(Some.trade(1, "100"), Some.trade(2, "101"), Some.trade(3, "101.0"), Some.trade(4, "99")));

        assertThat(log.rows())
                .containsExactly(
                        new TradeRow.Done(Some.trade(4, "99"), TradeRow.Direction.DOWN),
                        new TradeRow.Done(Some.trade(3, "101.0"), TradeRow.Direction.SAME),
                        new TradeRow.Done(Some.trade(2, "101"), TradeRow.Direction.UP),
                        new TradeRow.Done(Some.trade(1, "100"), TradeRow.Direction.SAME));
        assertThat(log.rowsAfter(3)).hasSize(1);
    }

    @Test
    void what_is_missing_is_told_until_it_is_found() {
        log.put(List.of(Some.trade(1, "100"), Some.trade(5, "100")));
        assertThat(log.rows().get(1)).isEqualTo(new TradeRow.Missing(3));
        assertThat(log.newestHole()).isEqualTo(5);

        log.put(trades(2, 4));

        assertThat(log.rows()).hasSize(5).noneMatch(TradeRow.Missing.class::isInstance);
        assertThat(log.newestHole()).isZero();
    }

    @Test
    void a_minute_is_counted_by_the_market_and_goes_on_while_nothing_happens() {
        log.put(trades(1, 100));
        assertThat(log.perMinute(0)).isEqualTo(61);
        assertThat(log.perMinute(30)).isEqualTo(31);
        assertThat(log.perMinute(61)).isZero();
    }

    @Test
    void more_than_are_kept_in_less_than_a_minute_are_reckoned() {
        log.put(LongStream.rangeClosed(1, 600)
                .mapToObj(id -> {
                    Trade trade = Some.trade(id, "100");
                    return new Trade(trade.symbol(), id, id, trade.price(), trade.size(), trade.side(), id * 10_000);
                })
                .toList());

        assertThat(log.perMinute(0)).isBetween(6_000.0, 6_030.0);
    }

    @Property
    void whichever_way_they_come_the_newest_are_kept_in_order(
            @ForAll @Size(max = 1_200) List<@LongRange(min = 1, max = 2_000) Long> ids) {
        TradeLog any = new TradeLog();
        ids.forEach(id -> any.put(List.of(Some.trade(id, "100"))));

        List<Long> expected = ids.stream()
                .distinct()
                .sorted((a, b) -> Long.compare(b, a))
                .limit(TradeLog.MOST)
                .toList();
        assertThat(any.rows().stream()
                        .filter(TradeRow.Done.class::isInstance)
                        .map(row -> ((TradeRow.Done) row).trade().tradeId())
                        .toList())
                .isEqualTo(expected);
    }
}
