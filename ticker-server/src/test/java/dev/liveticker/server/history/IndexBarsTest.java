package dev.liveticker.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Bar;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexBarsTest {

    private static final Symbol INDEX = Symbol.of("^GSPC");
    private static final long MINUTE = Interval.ONE_MINUTE.micros();

    private final MarketHistory history = new MarketHistory(
            List.of(new Instrument(INDEX, "S&P 500", AssetClass.INDEX, "USD", new BigDecimal("0.01"), null)));
    private final List<Bar> closed = new ArrayList<>();

    @Test
    void the_bars_of_an_index_follow_its_value_without_volume_or_trades() {
        for (String value : List.of("5000.10", "5001.00", "4999.50", "5000.25")) {
            history.advance(10 * MINUTE + 1_000, closed::add);
            history.value(INDEX, new BigDecimal(value), 10 * MINUTE + 1_000);
        }
        assertThat(history.open(INDEX, Interval.ONE_MINUTE))
                .hasValue(new Bar(
                        INDEX,
                        0,
                        Interval.ONE_MINUTE,
                        10 * MINUTE,
                        new BigDecimal("5000.10"),
                        new BigDecimal("5001.00"),
                        new BigDecimal("4999.50"),
                        new BigDecimal("5000.25"),
                        new BigDecimal("0"),
                        0,
                        false));
    }

    @Test
    void they_close_with_the_market_s_clock_and_are_said_to_have_changed() {
        history.advance(10 * MINUTE, closed::add);
        history.value(INDEX, new BigDecimal("5000.10"), 10 * MINUTE);
        List<Symbol> changed = new ArrayList<>();
        history.drainChanged(changed::add);
        assertThat(changed).containsExactly(INDEX);
        history.advance(11 * MINUTE, closed::add);
        assertThat(closed).singleElement().matches(bar -> bar.closed() && bar.start() == 10 * MINUTE);
    }

    @Test
    void a_value_finer_than_any_before_is_kept_exactly() {
        history.value(INDEX, new BigDecimal("5000.10"), MINUTE);
        history.value(INDEX, new BigDecimal("5000.1234"), MINUTE);
        assertThat(history.open(INDEX, Interval.ONE_DAY).orElseThrow().close()).isEqualTo("5000.1234");
    }
}
