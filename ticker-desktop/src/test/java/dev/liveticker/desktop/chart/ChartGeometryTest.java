package dev.liveticker.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ChartGeometryTest {

    private static final ChartLayout LAYOUT = new ChartLayout(600, 400, 64, 24, true);

    private final BarSeries bars = new BarSeries();

    @Test
    void the_scale_holds_every_bar_in_view_and_the_last_price() {
        bars.merge(Some.bars(Some.AAPL, 0, 500));

        ChartGeometry geometry = geometry(Viewport.INITIAL, OptionalDouble.of(110));

        assertThat(geometry.prices().low()).isLessThan(100);
        assertThat(geometry.prices().high()).isGreaterThan(110);
        assertThat(geometry.last()).isEqualTo(499);
    }

    @Test
    void the_last_price_does_not_stretch_the_scale_of_the_past() {
        bars.merge(Some.bars(Some.AAPL, 0, 500));

        ChartGeometry geometry = geometry(new Viewport(6, 300), OptionalDouble.of(1_000));

        assertThat(geometry.prices().high()).isLessThan(110);
    }

    @Test
    void the_pointer_finds_the_bar_below_it_and_beyond_the_ends_the_nearest() {
        bars.merge(Some.bars(Some.AAPL, 0, 500));
        ChartGeometry geometry = geometry(Viewport.INITIAL, OptionalDouble.empty());

        assertThat(geometry.barAt(geometry.x(470) + 1)).isEqualTo(470);
        assertThat(geometry.barAt(10_000)).isEqualTo(499);
        assertThat(geometry.barAt(-10_000)).isEqualTo(geometry.first());
    }

    @Test
    void the_largest_volume_fills_its_pane_and_no_volume_is_flat() {
        bars.merge(Some.bars(Some.AAPL, 0, 50));
        ChartGeometry geometry = geometry(Viewport.INITIAL, OptionalDouble.empty());

        assertThat(geometry.volumeY(1_000)).isEqualTo(LAYOUT.volumeTop());
        assertThat(geometry.volumeY(0)).isEqualTo(LAYOUT.volumeBottom());
    }

    @Test
    void without_bars_there_is_still_a_scale() {
        ChartGeometry geometry = geometry(Viewport.INITIAL, OptionalDouble.empty());

        assertThat(geometry.last()).isLessThan(geometry.first());
        assertThat(geometry.prices().high()).isGreaterThan(geometry.prices().low());
        assertThat(geometry.volumeY(0)).isEqualTo(LAYOUT.volumeBottom());
    }

    private ChartGeometry geometry(Viewport viewport, OptionalDouble lastPrice) {
        return ChartGeometry.of(bars, viewport, LAYOUT, lastPrice, 0.01, new PixelGrid(1));
    }
}
