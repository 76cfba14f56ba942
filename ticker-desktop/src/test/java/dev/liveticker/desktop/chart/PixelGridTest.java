package dev.liveticker.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class PixelGridTest {

    @Property
    void edges_and_lines_fall_on_whole_screen_pixels(
            @ForAll @DoubleRange(min = 1, max = 4) double scale,
            @ForAll @DoubleRange(min = 0, max = 4_000) double value) {
        PixelGrid grid = new PixelGrid(scale);

        assertThat(grid.edge(value) * scale).isCloseTo(Math.rint(grid.edge(value) * scale), within(1e-6));
        assertThat(Math.abs(grid.edge(value) - value)).isLessThanOrEqualTo(0.5 / scale + 1e-9);
        assertThat(grid.hairline() * scale).isCloseTo(Math.rint(grid.hairline() * scale), within(1e-6));
        assertThat(grid.hairline()).isBetween(1 / scale - 1e-9, 1.0);
    }
}
