package dev.liveticker.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.indicator.Indicator;
import dev.liveticker.desktop.indicator.IndicatorChoices;
import dev.liveticker.desktop.indicator.IndicatorsForm;
import dev.liveticker.desktop.indicator.TradingDay;
import dev.liveticker.desktop.storage.Kept;
import dev.liveticker.desktop.storage.KeptFile;
import dev.liveticker.desktop.text.PriceFormat;
import dev.liveticker.model.Interval;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndicatorLayerTest {

    @TempDir
    Path directory;

    private final BarSeries bars = new BarSeries();
    private Kept<IndicatorChoices> kept;
    private IndicatorsViewModel model;
    private IndicatorLayer layer;

    @BeforeEach
    void open() {
        KeptFile<IndicatorChoices> file =
                new KeptFile<>(directory.resolve("indicators.json"), new IndicatorsForm(), InstantSource.system());
        kept = new Kept<>(file, IndicatorChoices.none());
        model = new IndicatorsViewModel(kept);
        layer = new IndicatorLayer(
                model, () -> PriceFormat.of(2, Locale.ROOT), () -> TradingDay.of(null), () -> Interval.ONE_MINUTE);
    }

    @AfterEach
    void close() {
        kept.close();
    }

    @Test
    void an_average_is_painted_where_its_values_are_and_nowhere_before_it_has_any() {
        closes(100, 104, 108, 112, 108, 104, 100, 96, 100, 104);
        model.turn(Indicator.SMA, true);
        model.change(Indicator.SMA, 0, 4);
        ChartGeometry geometry = Painted.geometry(bars, 30);
        Color colour = IndicatorLayer.colour(Painted.LIGHT, Indicator.SMA);

        Painted picture = Painted.with(g -> layer.paint(g, Painted.LIGHT, Painted.LETTERS, geometry, bars));

        assertThat(picture.has(colour, geometry.x(3), geometry.prices().y(106))).isTrue();
        assertThat(picture.has(colour, geometry.x(5), geometry.prices().y(108))).isTrue();
        assertThat(picture.has(colour, geometry.x(9), geometry.prices().y(100))).isTrue();
        assertThat(picture.any(colour, 0, 0, geometry.x(3) - 3, Painted.HEIGHT))
                .as("warming up")
                .isFalse();
    }

    @Test
    void many_bars_on_a_pixel_are_one_stroke_from_their_lowest_to_their_highest_value() {
        for (int i = 0; i < 1_000; i++) {
            bars.put(Some.bar(Some.AAPL, i, "100", i % 8 < 4 ? "100" : "110"));
        }
        model.turn(Indicator.EMA, true);
        model.change(Indicator.EMA, 0, 2);
        ChartGeometry geometry = Painted.geometry(bars, 0.25);
        Color colour = IndicatorLayer.colour(Painted.LIGHT, Indicator.EMA);

        Painted picture = Painted.with(g -> layer.paint(g, Painted.LIGHT, Painted.LETTERS, geometry, bars));

        double x = geometry.x(900);
        assertThat(picture.any(
                        colour,
                        x - 2,
                        geometry.prices().y(109),
                        x + 2,
                        geometry.prices().y(108)))
                .isTrue();
        assertThat(picture.any(
                        colour,
                        x - 2,
                        geometry.prices().y(102),
                        x + 2,
                        geometry.prices().y(101)))
                .isTrue();
    }

    @Test
    void strength_has_a_pane_from_0_to_100_whatever_the_prices() {
        for (int i = 0; i < 12; i++) {
            bars.put(Some.bar(Some.AAPL, i, "100", String.valueOf(100 + i)));
        }
        model.turn(Indicator.RSI, true);
        model.change(Indicator.RSI, 0, 3);
        ChartGeometry geometry = Painted.geometry(bars, 25);
        PaneArea area = new PaneArea(200, 280);
        Color colour = IndicatorLayer.colour(Painted.LIGHT, Indicator.RSI);

        assertThat(layer.panes()).isEqualTo(1);
        layer.range(bars, geometry.first(), geometry.last());
        Painted picture =
                Painted.with(g -> layer.paintPane(0, g, Painted.LIGHT, Painted.LETTERS, geometry, area, bars));

        assertThat(picture.has(colour, geometry.x(8), 200 + 80 * 4 / 108.0))
                .as("only gains: 100")
                .isTrue();
        assertThat(picture.has(Painted.LIGHT.grid(), geometry.x(1), 200 + 80 * 34 / 108.0))
                .as("70")
                .isTrue();
        assertThat(picture.any(colour, 0, 206, Painted.WIDTH, 280)).isFalse();
    }

    @Test
    void the_histogram_rises_in_one_colour_and_falls_in_the_other() {
        for (int i = 0; i < 80; i++) {
            String close = String.valueOf(i < 45 ? 100 : i < 62 ? 100 + (i - 45) : 117 - 2 * (i - 62));
            bars.put(Some.bar(Some.AAPL, i, "100", close));
        }
        model.turn(Indicator.MACD, true);
        ChartGeometry geometry = Painted.geometry(bars, 6);
        PaneArea area = new PaneArea(200, 280);
        layer.range(bars, geometry.first(), geometry.last());

        Painted picture =
                Painted.with(g -> layer.paintPane(0, g, Painted.LIGHT, Painted.LETTERS, geometry, area, bars));

        Color up = Color.WHITE.interpolate(Painted.LIGHT.up(), 0.55);
        Color down = Color.WHITE.interpolate(Painted.LIGHT.down(), 0.55);
        assertThat(picture.any(up, geometry.x(50), 200, geometry.x(58), 239))
                .as("above zero")
                .isTrue();
        assertThat(picture.any(down, geometry.x(70), 241, geometry.x(78), 280))
                .as("below zero")
                .isTrue();
        assertThat(picture.any(down, geometry.x(48), 200, geometry.x(60), 280)).isFalse();
    }

    @Test
    void the_axis_makes_room_for_bands_but_not_for_a_line_far_away() {
        closes(100, 102, 100, 102, 100, 102);
        model.turn(Indicator.BOLLINGER, true);
        model.change(Indicator.BOLLINGER, 0, 4);
        ChartLayer.Range near = layer.range(bars, 3, 5).getFirst();
        assertThat(near.low()).isCloseTo(99, within(1e-9));
        assertThat(near.high()).isCloseTo(103, within(1e-9));

        closes(500, 500, 500, 100, 102, 100);
        ChartLayer.Range far = layer.range(bars, 4, 5).getFirst();
        assertThat(far.high()).isCloseTo(103, within(1e-9));

        closes(500, 500, 500, 500, 100, 102);
        model.turn(Indicator.BOLLINGER, false);
        model.turn(Indicator.SMA, true);
        model.change(Indicator.SMA, 0, 4);
        assertThat(layer.range(bars, 5, 5)).as("one that is all elsewhere").isEmpty();
    }

    @Test
    void a_bar_reads_its_values_and_a_dash_where_there_is_none() {
        closes(100, 101, 102);
        assertThat(layer.hasReadings(bars)).isFalse();
        model.turn(Indicator.SMA, true);
        model.change(Indicator.SMA, 0, 2);
        model.turn(Indicator.MACD, true);

        List<ChartLayer.Reading> readings = layer.readings(bars, 2, Painted.LIGHT);
        assertThat(layer.hasReadings(bars)).isTrue();

        assertThat(readings).extracting(ChartLayer.Reading::name).containsExactly("SMA 2", "MACD 12 26 9");
        assertThat(readings).extracting(ChartLayer.Reading::value).containsExactly("101.50", "\u2013  \u2013  \u2013");
    }

    @Test
    void another_choice_is_another_picture() {
        long before = layer.revision();
        model.turn(Indicator.VWAP, true);
        assertThat(layer.revision()).isNotEqualTo(before);
        assertThat(layer.panes()).isZero();
    }

    private void closes(int... closes) {
        bars.clear();
        for (int i = 0; i < closes.length; i++) {
            bars.put(Some.bar(Some.AAPL, i, String.valueOf(closes[i]), String.valueOf(closes[i])));
        }
    }
}
