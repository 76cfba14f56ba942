package dev.liveticker.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Gap;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureTest {

    private static final Symbol AAPL = Symbol.of("AAPL");

    private final List<String> broken = new ArrayList<>();
    private final Picture picture = new Picture(broken::add);

    static Quote quote(long seq, String bid) {
        BigDecimal price = new BigDecimal(bid);
        return new Quote(AAPL, seq, seq, price, null, price, null, price, null, null, null, null, null, null, null);
    }

    static Snapshot snapshot(long seq, String bid) {
        Quote whole = new Quote(
                AAPL,
                seq,
                seq,
                new BigDecimal(bid),
                null,
                null,
                null,
                null,
                null,
                null,
                BigDecimal.ONE,
                null,
                null,
                null,
                TradingStatus.OPEN);
        return Snapshot.of(whole);
    }

    static Trade trade(long id) {
        return new Trade(AAPL, id * 10, id, BigDecimal.TEN, BigDecimal.ONE, Side.BUY, id);
    }

    @Test
    void a_quote_is_laid_over_the_snapshot_and_nothing_older_takes_its_place() {
        picture.take(List.of(quote(1, "5"), snapshot(2, "10"), quote(4, "11"), quote(3, "12"), snapshot(3, "13")));

        Quote known = picture.quote(AAPL).orElseThrow();
        assertThat(known.bid()).isEqualByComparingTo("11");
        assertThat(known.open()).isEqualByComparingTo("1");
        assertThat(known.status()).isEqualTo(TradingStatus.OPEN);
    }

    @Test
    void a_quote_without_a_snapshot_before_it_is_not_the_whole() {
        picture.take(List.of(quote(1, "5")));

        assertThat(picture.quote(AAPL)).isEmpty();
    }

    @Test
    void a_status_from_before_the_snapshot_changes_nothing() {
        picture.take(List.of(
                snapshot(5, "10"),
                new Status(AAPL, 4, TradingStatus.CLOSED, null),
                new Status(AAPL, 6, TradingStatus.HALTED, null)));

        assertThat(picture.quote(AAPL).orElseThrow().status()).isEqualTo(TradingStatus.HALTED);
    }

    @Test
    void a_trade_that_is_left_out_and_one_that_comes_twice_are_broken_promises() {
        picture.take(List.of(trade(1), trade(2)));
        assertThat(broken).isEmpty();

        picture.take(List.of(trade(2), trade(4)));

        assertThat(broken).hasSize(2);
        assertThat(broken.getFirst()).contains("trade 2 of AAPL came after 2");
        assertThat(broken.getLast()).contains("trades 3 to 3 of AAPL were left out");
    }

    @Test
    void trades_that_are_announced_as_lost_are_no_broken_promise() {
        picture.take(List.of(trade(1), new Gap(Channel.TRADES, null, 1, 90, "slow_reader"), trade(9)));

        assertThat(broken).isEmpty();
        assertThat(picture.trade(AAPL)).contains(trade(9));
    }

    @Test
    void a_connection_that_goes_on_from_before_the_newest_may_repeat_what_comes_after_that() {
        picture.take(List.of(trade(1), trade(2), trade(3)));
        picture.goesOn(trade(1).seq());

        picture.take(List.of(trade(2), trade(3), trade(4)));
        assertThat(broken).isEmpty();

        picture.take(List.of(trade(4)));
        assertThat(broken).hasSize(1);
    }

    @Test
    void another_epoch_begins_with_nothing() {
        picture.begin("one");
        picture.take(List.of(snapshot(90, "10"), trade(7)));
        picture.begin("one");
        assertThat(picture.quote(AAPL)).isPresent();

        picture.begin("two");
        picture.take(List.of(snapshot(2, "11"), trade(3)));

        assertThat(picture.quote(AAPL).orElseThrow().bid()).isEqualByComparingTo("11");
        assertThat(broken).isEmpty();
    }
}
