package dev.liveticker.server.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradeSequenceTest {

    private static final long NOW = 1_774_000_000_000_000L;
    private static final long YEAR = 366L * 86_400 * 1_000_000;

    private static VenueTrade trade(long id) {
        return trade(id, id);
    }

    private static VenueTrade trade(long id, long time) {
        Figure one = Figure.of(BigDecimal.ONE);
        return new VenueTrade(id, one, one, null, time);
    }

    @Test
    void a_time_that_cannot_be_does_not_lead_the_search_for_missing_trades_astray() {
        TradeSequence sequence = new TradeSequence(() -> NOW);
        sequence.beginAfter(10, NOW - 5_000_000);
        assertThat(sequence.offer(List.of(trade(11, NOW + YEAR), trade(12, VenueTime.UNKNOWN), trade(13, 0)))
                        .ready())
                .hasSize(3);
        assertThat(sequence.newestTime()).isEqualTo(NOW - 5_000_000);
        sequence.offer(trade(14, NOW - 1));
        assertThat(sequence.newestTime()).isEqualTo(NOW - 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {VenueTime.UNKNOWN, 0, Long.MAX_VALUE})
    void whoever_begins_with_such_a_time_looks_from_about_now_on(long time) {
        TradeSequence sequence = new TradeSequence(() -> NOW);
        sequence.beginAfter(10, time);
        assertThat(sequence.newestTime()).isBetween(NOW - 60_000_000, NOW);
    }

    @Property
    void whatever_order_trades_come_in_each_is_handed_on_once_and_in_order(
            @ForAll @Size(max = 200) List<@IntRange(min = 1, max = 60) Integer> arrivals,
            @ForAll @IntRange(min = 0, max = 40) int giveUpEvery) {
        TradeSequence sequence = new TradeSequence(() -> 0);
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
        TradeSequence sequence = new TradeSequence(() -> 0);
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
