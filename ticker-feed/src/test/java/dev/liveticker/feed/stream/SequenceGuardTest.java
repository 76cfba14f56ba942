package dev.liveticker.feed.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.feed.Said;
import dev.liveticker.feed.Subscription;
import dev.liveticker.message.Bar;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SequenceGuardTest {

    private static final Symbol A = Symbol.of("A");
    private static final Subscription BARS = Subscription.bars(A, Interval.ONE_MINUTE);

    private final SequenceGuard guard = new SequenceGuard();

    private List<ServerMessage> admit(String... messages) throws Exception {
        return guard.admit(FrameCodec.of(Encoding.JSON)
                .decodeServerFrame(Said.frame(messages).getBytes(StandardCharsets.UTF_8)));
    }

    private static Trade trade(long id) {
        return new Trade(A, 100 + id, id, BigDecimal.ONE, BigDecimal.TEN, Side.BUY, 1);
    }

    private static Bar bar(long seq, long minute, boolean closed) {
        BigDecimal one = BigDecimal.ONE;
        return new Bar(A, seq, Interval.ONE_MINUTE, minute * 60_000_000, one, one, one, one, one, 1, closed);
    }

    private static List<Trade> trades(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(SequenceGuardTest::trade)
                .toList();
    }

    @Test
    void what_comes_twice_is_dropped_and_counted() throws Exception {
        assertThat(admit(Said.quote("A", 5, "1"), Said.quote("A", 5, "1"), Said.quote("A", 6, "2")))
                .hasSize(2);
        assertThat(guard.duplicates()).isEqualTo(1);
    }

    @Test
    void an_older_quote_never_comes_after_a_newer_one() throws Exception {
        admit(Said.snapshot("A", 9, "1"));
        assertThat(admit(Said.quote("A", 8, "2"), Said.snapshot("A", 8, "2"))).isEmpty();
    }

    @Test
    void a_snapshot_of_the_same_number_says_more_and_is_let_through() throws Exception {
        admit(Said.quote("A", 9, "1"));
        assertThat(admit(Said.snapshot("A", 9, "1"))).hasSize(1);
        assertThat(guard.duplicates()).isZero();
    }

    @Test
    void a_status_from_before_the_snapshot_does_not_set_it_back() throws Exception {
        String status = "{\"type\":\"status\",\"symbol\":\"A\",\"seq\":%d,\"status\":\"halted\"}";
        admit(Said.snapshot("A", 9, "1"));
        assertThat(admit(status.formatted(7))).isEmpty();
        assertThat(admit(status.formatted(10))).hasSize(1);
    }

    @Test
    void symbols_do_not_concern_each_other() throws Exception {
        assertThat(admit(Said.quote("A", 5, "1"), Said.quote("B", 4, "1"), Said.trade("A", 3, 1)))
                .hasSize(3);
    }

    @Test
    void another_epoch_numbers_anew() throws Exception {
        admit(Said.welcome("e1", 1_000), Said.quote("A", 50, "1"), Said.trade("A", 51, 7));
        assertThat(admit(Said.welcome("e2", 1_000), Said.quote("A", 1, "1"), Said.trade("A", 2, 1)))
                .hasSize(3);
        assertThat(guard.gaps()).isZero();
        assertThat(guard.epoch()).isEqualTo("e2");
    }

    @Test
    void the_same_epoch_goes_on_numbering_on_another_link() throws Exception {
        admit(Said.welcome("e1", 1_000), Said.trade("A", 51, 7));
        assertThat(admit(Said.welcome("e1", 1_000), Said.trade("A", 51, 7), Said.trade("A", 52, 8)))
                .hasSize(2);
    }

    @Test
    void a_hole_in_the_trades_is_found_and_healed() {
        guard.admit(List.of(trade(1), trade(2), trade(6)));
        assertThat(guard.gaps()).isEqualTo(1);
        assertThat(guard.takeToHeal()).containsExactly(Subscription.trades(A));
        assertThat(guard.takeToHeal()).isEmpty();
        assertThat(guard.healTrades(A, trades(1, 6), false)).containsExactlyElementsOf(trades(3, 5));
        assertThat(guard.healed()).isEqualTo(1);
        assertThat(guard.admit(List.of(trade(4), trade(7)))).containsExactly(trade(7));
    }

    @Test
    void what_the_server_no_longer_keeps_stays_a_gap() {
        guard.admit(List.of(trade(1), trade(100)));
        assertThat(guard.healTrades(A, trades(50, 100), false)).containsExactlyElementsOf(trades(50, 99));
        assertThat(guard.gaps()).isEqualTo(1);
        assertThat(guard.healed()).isZero();
    }

    @Test
    void missing_trades_that_come_late_by_the_stream_are_let_through_once() {
        guard.admit(List.of(trade(1), trade(4)));
        assertThat(guard.admit(List.of(trade(2), trade(3), trade(3)))).containsExactly(trade(2), trade(3));
        assertThat(guard.healTrades(A, trades(1, 4), true)).isEmpty();
    }

    @Test
    void an_announced_gap_is_fetched_without_waiting_for_the_next_trade_and_counted_once() throws Exception {
        guard.admit(List.of(trade(1)));
        admit("{\"type\":\"gap\",\"channel\":\"trades\",\"symbol\":\"A\",\"fromSeq\":102,\"toSeq\":109,"
                + "\"reason\":\"slow_reader\"}");
        assertThat(guard.takeToHeal()).containsExactly(Subscription.trades(A));
        guard.admit(List.of(trade(10)));
        assertThat(guard.gaps()).isEqualTo(1);
        assertThat(guard.healTrades(A, trades(1, 10), false)).containsExactlyElementsOf(trades(2, 9));
        assertThat(guard.healed()).isEqualTo(1);
    }

    @Test
    void a_gap_on_every_symbol_concerns_each_that_was_streamed() throws Exception {
        admit(Said.trade("A", 1, 1), Said.trade("B", 2, 1));
        admit("{\"type\":\"gap\",\"channel\":\"trades\",\"fromSeq\":3,\"toSeq\":9,\"reason\":\"not_retained\"}");
        assertThat(guard.takeToHeal())
                .containsExactlyInAnyOrder(Subscription.trades(A), Subscription.trades(Symbol.of("B")));
    }

    @Test
    void a_market_that_begins_anew_at_an_earlier_time_is_healed_as_any_other() throws Exception {
        admit(Said.welcome("e1", 1_000));
        guard.admit(List.of(bar(5, 900, true)));
        admit(Said.welcome("e2", 1_000));
        guard.admit(List.of(bar(1, 10, true)));
        admit("{\"type\":\"gap\",\"channel\":\"bars\",\"fromSeq\":2,\"toSeq\":3,\"reason\":\"slow_reader\"}");

        assertThat(guard.healBars(BARS, List.of(bar(0, 10, true), bar(0, 11, true), bar(0, 12, false)), true))
                .containsExactly(bar(0, 11, true));
    }

    @Test
    void closed_bars_that_were_missed_are_fetched_even_across_epochs() throws Exception {
        admit(Said.welcome("e1", 1_000));
        guard.admit(List.of(bar(5, 1, true), bar(6, 2, false)));
        admit(
                Said.welcome("e2", 1_000),
                "{\"type\":\"gap\",\"channel\":\"bars\",\"fromSeq\":0,\"toSeq\":9,\"reason\":\"new_epoch\"}");
        assertThat(guard.takeToHeal()).containsExactly(BARS);
        guard.admit(List.of(bar(1, 4, true), bar(2, 5, false)));
        assertThat(guard.healBars(
                        BARS,
                        List.of(bar(0, 1, true), bar(0, 2, true), bar(0, 3, true), bar(0, 4, true), bar(0, 5, false)),
                        false))
                .containsExactly(bar(0, 2, true), bar(0, 3, true));
        assertThat(guard.healed()).isEqualTo(1);
    }

    @Test
    void bars_that_do_not_reach_back_to_the_last_one_known_do_not_heal_the_gap() throws Exception {
        guard.admit(List.of(bar(1, 1, true)));
        admit("{\"type\":\"gap\",\"channel\":\"bars\",\"fromSeq\":2,\"toSeq\":9,\"reason\":\"slow_reader\"}");
        assertThat(guard.healBars(BARS, List.of(bar(0, 5, true)), false)).containsExactly(bar(0, 5, true));
        assertThat(guard.healed()).isZero();
        admit("{\"type\":\"gap\",\"channel\":\"bars\",\"fromSeq\":12,\"toSeq\":19,\"reason\":\"slow_reader\"}");
        assertThat(guard.healBars(BARS, List.of(bar(0, 6, true)), true)).containsExactly(bar(0, 6, true));
        assertThat(guard.healed()).isEqualTo(1);
    }

    @Test
    void a_gap_before_the_first_closed_bar_is_not_taken_for_healed() throws Exception {
        guard.admit(List.of(bar(1, 1, false)));
        admit("{\"type\":\"gap\",\"channel\":\"bars\",\"fromSeq\":2,\"toSeq\":9,\"reason\":\"slow_reader\"}");
        assertThat(guard.healBars(BARS, List.of(bar(0, 1, true)), true)).isEmpty();
        assertThat(guard.healed()).isZero();
    }

    @Test
    void what_is_not_subscribed_to_any_more_leaves_no_hole() {
        guard.admit(List.of(trade(1)));
        guard.forget(Subscription.trades(A));
        guard.admit(List.of(trade(9)));
        assertThat(guard.gaps()).isZero();
    }

    /** However frames are lost, repeated and shuffled between links, every trade comes out exactly once. */
    @Property(tries = 300)
    void every_trade_comes_out_once_when_healed(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int count) {
        SequenceGuard own = new SequenceGuard();
        Random random = new Random(seed);
        List<Trade> all = trades(1, count);
        List<ServerMessage> out = new ArrayList<>(own.admit(List.of(all.getFirst())));
        for (int i = 1; i < count; i++) {
            if (random.nextInt(3) > 0) {
                out.addAll(own.admit(List.of(all.get(i))));
            }
            if (random.nextInt(4) == 0) {
                List<ServerMessage> again = new ArrayList<>(all.subList(random.nextInt(i), i));
                Collections.shuffle(again, random);
                out.addAll(own.admit(again));
            }
            if (random.nextInt(5) == 0) {
                out.addAll(own.healTrades(A, all.subList(0, i + 1), true));
            }
        }
        out.addAll(own.admit(List.of(trade(count + 1))));
        out.addAll(own.healTrades(A, trades(1, count + 1), true));
        List<Long> ids =
                out.stream().map(message -> ((Trade) message).tradeId()).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(ids)).hasSize(count + 1);
        assertThat(own.healed()).isLessThanOrEqualTo(own.gaps());
    }
}
