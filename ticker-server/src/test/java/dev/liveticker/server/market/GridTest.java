package dev.liveticker.server.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.model.AssetClass;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridTest {

    @Property
    void a_price_in_ticks_comes_back_as_it_was(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long ticks,
            @ForAll @IntRange(min = 1, max = 99) int tick,
            @ForAll @IntRange(max = 12) int scale) {
        PriceGrid grid = PriceGrid.of(BigDecimal.valueOf(tick, scale));

        assertThat(grid.ticks(grid.price(ticks))).isEqualTo(ticks);
    }

    @Test
    void prices_have_the_decimals_of_their_tick() {
        assertThat(PriceGrid.of(new BigDecimal("0.00000001")).price(933)).isEqualTo(new BigDecimal("0.00000933"));
        assertThat(PriceGrid.of(new BigDecimal("1")).price(16_669)).isEqualTo(new BigDecimal("16669"));
        assertThat(PriceGrid.of(new BigDecimal("1E+2")).price(3)).isEqualTo(new BigDecimal("300"));
    }

    @ParameterizedTest
    @CsvSource({
        "STOCK, 110, 1",
        "STOCK, 2400, 1",
        "CRYPTO, 0.03, 0.0001",
        "CRYPTO, 1.2, 0.01",
        "CRYPTO, 95000000, 100000",
        "FX, 250000, 1000",
    })
    void a_lot_fits_the_usual_trade(AssetClass kind, BigDecimal tradeSize, BigDecimal lot) {
        assertThat(SizeGrid.of(kind, tradeSize).size(1)).isEqualTo(lot);
    }

    @Test
    void sizes_scatter_around_the_usual_trade() {
        SizeGrid grid = SizeGrid.of(AssetClass.STOCK, new BigDecimal("110"));
        SplittableRandom random = new SplittableRandom(1);

        double mean = LongStream.range(0, 20_000)
                .map(i -> grid.draw(1, random))
                .average()
                .orElseThrow();

        assertThat(mean).isBetween(105.0, 115.0);
    }
}
