package dev.liveticker.server.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TickTableTest {

    private static final TickTable SUB_DOLLAR = TickTable.of(instrument(AssetClass.STOCK, "USD", "0.0001"));

    @Test
    void an_american_stock_is_quoted_in_cents_from_a_dollar_on_and_finer_below() {
        assertThat(SUB_DOLLAR.nearest(7_421.4)).isEqualTo(7_421);
        assertThat(SUB_DOLLAR.nearest(9_999.4)).isEqualTo(9_999);
        assertThat(SUB_DOLLAR.nearest(9_999.6)).isEqualTo(10_000);
        assertThat(SUB_DOLLAR.nearest(10_049)).isEqualTo(10_000);
        assertThat(SUB_DOLLAR.nearest(10_051)).isEqualTo(10_100);
        assertThat(SUB_DOLLAR.upFrom(10_001)).isEqualTo(10_100);
        assertThat(SUB_DOLLAR.upFrom(9_998)).isEqualTo(9_998);
    }

    @ParameterizedTest
    @CsvSource({"STOCK, USD, 0.01", "STOCK, USD, 0.003", "STOCK, EUR, 0.0001", "CRYPTO, USD, 0.0001", "FX, USD, 0.00001"
    })
    void all_else_has_one_tick(AssetClass kind, String currency, String tick) {
        TickTable table = TickTable.of(instrument(kind, currency, tick));

        assertThat(table.tick(1e15)).isEqualTo(1);
        assertThat(table.nearest(123_456.4)).isEqualTo(123_456);
    }

    @Property
    void a_price_is_never_moved_by_more_than_half_a_tick(@ForAll @DoubleRange(min = 1, max = 1e9) double price) {
        long nearest = SUB_DOLLAR.nearest(price);

        assertThat(nearest).isPositive();
        assertThat(Math.abs(nearest - price)).isLessThanOrEqualTo(SUB_DOLLAR.tick(price) / 2.0);
        assertThat(nearest % SUB_DOLLAR.tick((double) nearest)).isZero();
    }

    private static Instrument instrument(AssetClass kind, String currency, String tick) {
        return new Instrument(Symbol.of("X"), "X", kind, currency, new BigDecimal(tick), null);
    }
}
