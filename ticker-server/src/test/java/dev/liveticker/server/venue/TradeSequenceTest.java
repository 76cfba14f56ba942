package dev.liveticker.server.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TradeSequenceTest {

    private static VenueTrade trade(long id) {
        Figure one = Figure.of(BigDecimal.ONE);
        return new VenueTrade(id, one, one, null, id);
    }

    @Property
    void whatever_order_trades_come_in_each_is_handed_on_once_and_in_order(
            @ForAll @Size(max = 200) List<@IntRange(min = 1, max = 60) Integer> arrivals,
            @ForAll @IntRange(min = 0, max = 40) int giveUpEvery) {
        TradeSequence sequence = new TradeSequence();
        sequence.beginAfter(20, 0);
        List<Long> handed = new ArrayList<>();
        long lost = 0;
        int count = 0;
        for (int id : arrivals) {
            TradeSequence.Outcome outcome = sequence.offer(trade(id));
            outcome.ready().forEach(trade -> handed.add(trade.id()));
            assertThat(outcome.taken() + outcome.duplicates()).isEqualTo(1);
            if (giveUpEvery > 0 && ++count % giveUpEvery == 0) {
                TradeSequence.Outcome rest = sequence.giveUp();
                rest.ready().forEach(trade -> handed.add(trade.id()));
                lost += rest.lost();
                assertThat(sequence.missing()).isEmpty();
            }
        }
        TradeSequence.Outcome rest = sequence.giveUp();
        rest.ready().forEach(trade -> handed.add(trade.id()));
        lost += rest.lost();

        assertThat(handed).isSorted().doesNotHaveDuplicates().allMatch(id -> id > 20);
        long newest = handed.isEmpty() ? 20 : handed.getLast();
        assertThat(lost + handed.size()).isEqualTo(newest - 20);
    }

    @Property
    void what_is_fetched_fills_holes_and_nothing_else(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 30) Integer> ahead) {
        TradeSequence sequence = new TradeSequence();
        sequence.beginAfter(10, 0);
        List<Long> handed = new ArrayList<>();
        for (int id : ahead) {
            sequence.offer(trade(10 + id)).ready().forEach(trade -> handed.add(trade.id()));
        }
        List<VenueTrade> answer = new ArrayList<>();
        for (long id = 1; id <= 100; id++) {
            answer.add(trade(id));
        }
        sequence.fill(answer).ready().forEach(trade -> handed.add(trade.id()));

        long newest = 10L + ahead.stream().mapToInt(Integer::intValue).max().orElseThrow();
        assertThat(sequence.missing()).isEmpty();
        assertThat(handed).hasSize((int) (newest - 10)).isSorted().endsWith(newest);
    }
}
