package dev.liveticker.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Bar;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TruthTest {

    private static final Symbol AAPL = Symbol.of("AAPL");

    private static Truth truth(String epoch, Quote quote, Trade trade, Bar bar) {
        return new Truth(
                epoch,
                Map.of(AAPL, quote),
                Map.of(AAPL, List.of(trade)),
                Map.of(AAPL, Map.of(Interval.ONE_MINUTE, List.of(bar))));
    }

    private static Bar bar(String close, int trades) {
        BigDecimal one = BigDecimal.ONE;
        return new Bar(AAPL, 0, Interval.ONE_MINUTE, 60, one, one, one, new BigDecimal(close), one, trades, true);
    }

    private static final Truth THIS = truth("e", PictureTest.quote(1, "5.1"), PictureTest.trade(3), bar("5", 2));

    @Test
    void nodes_agree_on_what_is_written_with_other_zeros_or_stated_again_under_another_number() {
        Quote same = new Quote(
                AAPL,
                2,
                1,
                new BigDecimal("5.10"),
                null,
                new BigDecimal("5.100"),
                null,
                new BigDecimal("5.1"),
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        assertThat(THIS.difference(truth("e", same, PictureTest.trade(3), bar("5.0", 2))))
                .isEmpty();
    }

    @Test
    void every_kind_of_difference_is_found() {
        assertThat(THIS.difference(truth("f", PictureTest.quote(1, "5.1"), PictureTest.trade(3), bar("5", 2))))
                .hasValueSatisfying(what -> assertThat(what).contains("epochs e and f"));
        assertThat(THIS.difference(truth("e", PictureTest.quote(1, "5.2"), PictureTest.trade(3), bar("5", 2))))
                .hasValueSatisfying(what -> assertThat(what).contains("bid 5.1").contains("bid 5.2"));
        assertThat(THIS.difference(truth("e", PictureTest.quote(1, "5.1"), PictureTest.trade(4), bar("5", 2))))
                .hasValueSatisfying(what -> assertThat(what).contains("trade 3").contains("trade 4"));
        assertThat(THIS.difference(truth("e", PictureTest.quote(1, "5.1"), PictureTest.trade(3), bar("5", 3))))
                .hasValueSatisfying(what -> assertThat(what).contains("of 2").contains("of 3"));
    }
}
