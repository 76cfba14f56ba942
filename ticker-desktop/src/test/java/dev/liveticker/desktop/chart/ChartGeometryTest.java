package dev.liveticker.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ChartGeometryTest {

    private static final ChartLayout LAYOUT = new ChartLayout(600, 400, 64, 24, true, 0, 1);

    private final BarSeries bars = new BarSeries();

    @Test
    void the_scale_holds_every_bar_in_view_and_the_last_price() {
        bars.merge(Some.bars(Some.AAPL, 0, 500), Long.MAX_VALUE);

        ChartGeometry geometry = geometry(Viewport.INITIAL, OptionalDouble.of(110));

        assertThat(geometry.prices().low()).isLessThan(100);
        assertThat(geometry.prices().high()).isGreaterThan(110);
        assertThat(geometry.last()).isEqualTo(499);
    }

    @Test
    void the_last_price_does_not_stretch_the_scale_of_the_past() {
        bars.merge(Some.bars(Some.AAPL, 0, 500), Long.MAX_VALUE);

        ChartGeometry geometry = geometry(new Viewport(6, 300), OptionalDouble.of(1_000));

        assertThat(geometry.prices().high()).isLessThan(110);
    }

    @Test
    void the_pointer_finds_the_bar_below_it_and_beyond_the_ends_the_nearest() {
        bars.merge(Some.bars(Some.AAPL, 0, 500), Long.MAX_VALUE);
        ChartGeometry geometry = geometry(Viewport.INITIAL, OptionalDouble.empty());

        assertThat(geometry.barAt(geometry.x(470) + 1)).isEqualTo(470);
        assertThat(geometry.barAt(10_000)).isEqualTo(499);
        assertThat(geometry.barAt(-10_000)).isEqualTo(geometry.first());
    }

    @Test
    void the_largest_volume_fills_its_pane_and_no_volume_is_flat() {
        bars.merge(Some.bars(Some.AAPL, 0, 50), Long.MAX_VALUE);
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

    @Test
    void the_scale_has_room_for_what_layers_show() {
        bars.merge(Some.bars(Some.AAPL, 0, 50), Long.MAX_VALUE);

        ChartGeometry geometry = ChartGeometry.of(
                bars,
                Viewport.INITIAL,
                LAYOUT,
                OptionalDouble.empty(),
                ScaleChoice.linear(0.01),
                List.of(new FixedLayer(0, new ChartLayer.Range(80, 140))),
                new PixelGrid(1));

        assertThat(geometry.prices().y(80)).isLessThan(LAYOUT.priceBottom());
        assertThat(geometry.prices().y(140)).isGreaterThan(LAYOUT.priceTop());
    }

    @Test
    void bars_that_share_a_pixel_are_one_column_of_all_their_volume() {
        bars.merge(Some.bars(Some.AAPL, 0, 5_000), Long.MAX_VALUE);
        ChartGeometry geometry = geometry(Viewport.INITIAL.all(5_000, LAYOUT.plotWidth()), OptionalDouble.empty());
        BarColumns columns = new BarColumns(bars, geometry);
        double volume = 0;
        double most = 0;
        int count = 0;
        while (columns.next()) {
            volume += columns.volume();
            most = Math.max(most, columns.volume());
            count++;
            assertThat(columns.high()).isGreaterThanOrEqualTo(columns.low());
        }

        assertThat(count).isBetween(500, (int) LAYOUT.plotWidth() + 1);
        assertThat(volume).isEqualTo(5_000 * 1_000);
        assertThat(geometry.mostVolume()).isEqualTo(most);
    }

    @Test
    void panes_take_their_place_below_the_volume_and_go_from_the_bottom_when_there_is_none() {
        ChartLayout roomy = new ChartLayout(600, 700, 64, 24, true, 2, 1);
        List<PaneArea> panes = roomy.panes();

        assertThat(panes).hasSize(2);
        assertThat(panes.getFirst().top()).isEqualTo(roomy.volumeBottom());
        assertThat(panes.getLast().bottom()).isBetween(roomy.plotBottom() - 10, roomy.plotBottom());
        assertThat(panes.getFirst().bottom() - panes.getFirst().top()).isBetween(100.0, 130.0);
        assertThat(new ChartLayout(600, 240, 64, 24, true, 2, 1).panes()).hasSize(1);
        assertThat(new ChartLayout(600, 240, 64, 24, true, 2, 2).panes())
                .as("large text needs more room")
                .isEmpty();
        assertThat(new ChartLayout(600, 40, 64, 40, true, 2, 1).panes()).isEmpty();
    }

    private ChartGeometry geometry(Viewport viewport, OptionalDouble lastPrice) {
        return ChartGeometry.of(
                bars, viewport, LAYOUT, lastPrice, ScaleChoice.linear(0.01), List.of(), new PixelGrid(1));
    }
}
