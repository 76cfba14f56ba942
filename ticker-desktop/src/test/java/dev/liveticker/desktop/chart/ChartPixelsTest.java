package dev.liveticker.desktop.chart;

import static dev.liveticker.desktop.chart.PaintedChart.BACKGROUND;
import static dev.liveticker.desktop.chart.PaintedChart.DOWN;
import static dev.liveticker.desktop.chart.PaintedChart.LINE;
import static dev.liveticker.desktop.chart.PaintedChart.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.liveticker.desktop.fake.Some;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/** Known bars, painted, and looked at where the geometry says they are. */
class ChartPixelsTest {

    private static final double[] ROSE = {100, 108, 97, 104, 1_000};
    private static final double[] FELL = {104, 106, 98, 101, 500};
    private static final double[] ROSE_AGAIN = {101, 110, 100, 109, 250};

    @Test
    void a_candle_has_its_body_from_open_to_close_and_its_wick_from_high_to_low_in_the_colour_of_its_way()
            throws Exception {
        PaintedChart chart = wide(ROSE, FELL, ROSE_AGAIN);

        double x = chart.x(0);
        double half = CandlePainter.bodyWidth(chart.geometry()) / 2;
        assertThat(half).isGreaterThan(8);
        assertThat(chart.at(x, chart.y(102))).as("body").isEqualTo(UP);
        assertThat(chart.at(x - half + 2, chart.y(100.1))).as("its corner").isEqualTo(UP);
        assertThat(chart.at(x + half - 2, chart.y(103.9))).as("its corner").isEqualTo(UP);
        assertThat(chart.at(x - half - 2, chart.y(102))).as("beside it").isEqualTo(BACKGROUND);
        assertThat(chart.at(x, chart.y(107))).as("wick above").isEqualTo(UP);
        assertThat(chart.at(x, chart.y(98))).as("wick below").isEqualTo(UP);
        assertThat(chart.at(x - half + 2, chart.y(107))).as("beside the wick").isEqualTo(BACKGROUND);
        assertThat(chart.at(x, chart.y(108) - 3)).as("above the high").isEqualTo(BACKGROUND);
        assertThat(chart.at(x, chart.y(97) + 3)).as("below the low").isEqualTo(BACKGROUND);
        assertThat(chart.at(chart.x(1), chart.y(102))).as("body that fell").isEqualTo(DOWN);
    }

    @Test
    void volume_is_as_high_as_its_share_of_the_most() throws Exception {
        PaintedChart chart = wide(ROSE, FELL, ROSE_AGAIN);

        ChartLayout layout = chart.geometry().layout();
        double full = layout.volumeBottom() - layout.volumeTop();
        Color up = UP.interpolate(BACKGROUND, 0.5);
        Color down = DOWN.interpolate(BACKGROUND, 0.5);
        assertNear(chart.at(chart.x(0), layout.volumeTop() + 2), up);
        assertNear(chart.at(chart.x(1), layout.volumeBottom() - full * 0.5 + 2), down);
        assertThat(chart.at(chart.x(1), layout.volumeBottom() - full * 0.5 - 2)).isEqualTo(BACKGROUND);
        assertNear(chart.at(chart.x(2), layout.volumeBottom() - full * 0.25 + 2), up);
        assertThat(chart.at(chart.x(2), layout.volumeBottom() - full * 0.25 - 2))
                .isEqualTo(BACKGROUND);
    }

    @Test
    void the_last_price_has_a_line_across_and_a_label_on_the_axis() throws Exception {
        PaintedChart chart = wide(ROSE, FELL, ROSE_AGAIN);

        double y = chart.geometry().pixels().edge(chart.y(109));
        assertThat(chart.at(1, y)).isEqualTo(UP);
        assertThat(chart.at(4, y)).as("dashed").isEqualTo(BACKGROUND);
        double axis = chart.geometry().layout().plotWidth();
        assertThat(chart.at(axis + 4, y)).as("label").isEqualTo(UP);

        PaintedChart.onFx(() -> {
            chart.model.show(Some.entry(Some.AAPL, "99", "98", 0));
            return "";
        });
        chart.paint();
        double lower = chart.geometry().pixels().edge(chart.y(99));
        assertThat(chart.at(1, lower)).as("below the newest bar's open").isEqualTo(DOWN);
    }

    @Test
    void a_picture_to_take_along_is_painted_in_its_own_pixels_and_not_enlarged() throws Exception {
        PaintedChart chart = wide(ROSE, FELL, ROSE_AGAIN);
        ChartGeometry geometry = chart.geometry();

        WritableImage picture = PaintedChart.onFx(() -> chart.surface().picture(2));

        assertThat(picture.getWidth()).isEqualTo(2 * geometry.layout().width());
        assertThat(picture.getHeight()).isEqualTo(2 * geometry.layout().height());
        int row = (int) Math.round(2 * chart.y(102)) - 3;
        int left = (int) Math.floor(2 * chart.x(0) - CandlePainter.bodyWidth(geometry)) - 6;
        int right = (int) Math.ceil(2 * chart.x(0) + CandlePainter.bodyWidth(geometry)) + 6;
        Set<Color> colours = IntStream.range(left, right)
                .mapToObj(x -> picture.getPixelReader().getColor(x, row))
                .collect(Collectors.toSet());
        assertThat(colours)
                .as("no colour between those of a body and of what is beside it")
                .containsOnly(UP, BACKGROUND);
        int middle = (int) Math.round(2 * chart.x(0));
        assertThat(picture.getPixelReader().getColor(middle, (int) (2 * chart.y(108)) - 4))
                .isEqualTo(BACKGROUND);
        assertThat(picture.getPixelReader().getColor(middle, (int) (2 * chart.y(107))))
                .isEqualTo(UP);
    }

    @Test
    void stretched_prices_are_painted_between_read_out_and_volume_only() throws Exception {
        PaintedChart chart = wide(ROSE, FELL, ROSE_AGAIN);
        double before = chart.y(104) - chart.y(105);

        PaintedChart.onFx(() -> {
            chart.model.stretch(4);
            return "";
        });
        chart.paint();

        ChartLayout layout = chart.geometry().layout();
        assertThat(chart.y(104) - chart.y(105)).isCloseTo(4 * before, within(0.01));
        assertThat(chart.y(97)).as("out of the pane").isGreaterThan(layout.volumeBottom());
        assertThat(chart.at(chart.x(0), layout.volumeTop() - 2)).isEqualTo(UP);
        assertNear(chart.at(chart.x(0), layout.volumeTop() + 2), UP.interpolate(BACKGROUND, 0.5));
        assertThat(chart.at(chart.x(2), layout.priceTop() + 2)).isEqualTo(UP);
        assertThat(chart.at(chart.x(2), layout.priceTop() - 2)).isEqualTo(BACKGROUND);
    }

    @Test
    void a_bar_has_its_open_to_the_left_and_its_close_to_the_right() throws Exception {
        PaintedChart chart = wide(ROSE, FELL, ROSE_AGAIN);
        chart.model.kind(ChartKind.BARS);
        chart.paint();

        double x = chart.x(0);
        double half = CandlePainter.bodyWidth(chart.geometry()) / 2;
        PixelGrid pixels = chart.geometry().pixels();
        assertThat(chart.at(x, chart.y(98))).isEqualTo(UP);
        assertThat(chart.at(x - half + 2, pixels.edge(chart.y(100)))).as("open").isEqualTo(UP);
        assertThat(chart.at(x + half - 2, pixels.edge(chart.y(100)))).isEqualTo(BACKGROUND);
        assertThat(chart.at(x + half - 2, pixels.edge(chart.y(104))))
                .as("close")
                .isEqualTo(UP);
        assertThat(chart.at(x - half + 2, pixels.edge(chart.y(104)))).isEqualTo(BACKGROUND);
        assertThat(chart.at(x - half + 2, chart.y(102))).as("no body").isEqualTo(BACKGROUND);
    }

    @Test
    void a_line_goes_through_the_closes_and_an_area_is_filled_below_it() throws Exception {
        PaintedChart chart = wide(ROSE, FELL, ROSE_AGAIN);
        chart.model.kind(ChartKind.LINE);
        chart.paint();
        double between = (chart.x(0) + chart.x(1)) / 2;
        assertThat(blueness(chart.at(chart.x(1), chart.y(101)))).isGreaterThan(0.5);
        assertThat(blueness(chart.at(between, chart.y(102.5)))).isGreaterThan(0.5);
        assertThat(chart.at(between, chart.y(100))).as("below").isEqualTo(BACKGROUND);
        assertThat(chart.at(between, chart.y(105))).as("above").isEqualTo(BACKGROUND);

        chart.model.kind(ChartKind.AREA);
        chart.paint();
        assertThat(blueness(chart.at(between, chart.y(102.5)))).isGreaterThan(0.5);
        assertNear(chart.at(between, chart.y(100)), LINE.interpolate(BACKGROUND, 0.84));
        assertThat(chart.at(between, chart.y(105))).as("above").isEqualTo(BACKGROUND);
    }

    @Test
    void on_a_logarithmic_scale_doubling_is_as_high_everywhere() throws Exception {
        PaintedChart chart =
                wide(new double[] {100, 100, 100, 100, 1}, new double[] {200, 200, 200, 200, 1}, new double[] {
                    400, 400, 400, 400, 1
                });
        chart.model.logarithmic(true);
        chart.paint();

        int low = below(chart, 0);
        int middle = below(chart, 1);
        int high = (int) Math.round(chart.y(400));
        assertThat(chart.at(chart.x(2) + 5, high)).isEqualTo(UP);
        assertThat(low - middle).isCloseTo(middle - high, within(1));
        assertThat(middle).isCloseTo((int) Math.round(chart.y(200)), within(1));

        chart.model.logarithmic(false);
        chart.paint();
        assertThat(below(chart, 0) - below(chart, 1))
                .as("half as high as the second on a linear scale")
                .isCloseTo((int) Math.round((below(chart, 1) - chart.y(400)) / 2), within(1));
    }

    /** Where a bar begins, below the dashes of the last price at 400. */
    private static int below(PaintedChart chart, int index) {
        return chart.topOf(UP, chart.x(index), chart.y(400) + 3);
    }

    @Test
    void bars_narrower_than_a_pixel_leave_no_gap_and_reach_from_the_highest_to_the_lowest() throws Exception {
        double[][] many = new double[20_000][];
        for (int i = 0; i < many.length; i++) {
            many[i] = new double[] {100, i % 10 == 0 ? 120 : 101, 99, 100, 10};
        }
        PaintedChart chart = new PaintedChart(PaintedChart.bars(many)).paint();
        chart.model.viewport(
                chart.model.viewport().all(many.length, chart.surface().plotWidth()));
        chart.paint();

        double right = chart.x(many.length - 1);
        assertThat(right).isGreaterThan(500);
        for (double x = Math.ceil(chart.x(0)) + 1; x < right - 1; x++) {
            assertThat(chart.at(x, chart.y(119))).as("at " + x).isEqualTo(UP);
            assertThat(chart.at(x, chart.y(99.5))).as("at " + x).isEqualTo(UP);
        }
    }

    @Test
    void flat_tiny_and_single_prices_are_seen() throws Exception {
        PaintedChart tiny = new PaintedChart(
                        PaintedChart.bars(new double[] {0.00001234, 0.00001236, 0.00001233, 0.00001235, 1}))
                .paint();
        assertThat(tiny.at(tiny.x(0), tiny.y(0.000012345))).isEqualTo(UP);

        PaintedChart flat = new PaintedChart(PaintedChart.bars(
                        new double[] {5, 5, 5, 5, 0}, new double[] {5, 5, 5, 5, 0}, new double[] {5, 5, 5, 5, 0}))
                .paint();
        double middle = flat.geometry().layout().priceTop() / 2
                + flat.geometry().layout().priceBottom() / 2;
        assertThat(flat.y(5)).isCloseTo(middle, within(2.0));
        assertThat(flat.at(flat.x(1), flat.geometry().pixels().edge(flat.y(5)))).isEqualTo(UP);
    }

    @Test
    void layers_stay_in_their_place_and_their_panes_are_theirs() throws Exception {
        FixedLayer layer = new FixedLayer(1, new ChartLayer.Range(90, 112));
        PaintedChart chart = new PaintedChart(PaintedChart.bars(ROSE, FELL, ROSE_AGAIN), layer).paint();

        ChartLayout layout = chart.geometry().layout();
        PaneArea pane = layout.panes().getFirst();
        assertThat(chart.at(20, chart.y(112) + 1)).as("on the prices").isEqualTo(FixedLayer.COLOUR);
        assertThat(chart.at(layout.plotWidth() + 20, chart.y(112) + 1)).isNotEqualTo(FixedLayer.COLOUR);
        assertThat(chart.at(20, layout.volumeBottom() - 1))
                .as("not on the volume")
                .isEqualTo(BACKGROUND);
        assertThat(chart.at(20, pane.top() + 4)).isEqualTo(FixedLayer.COLOUR);
        assertThat(chart.at(20, pane.bottom() - 2)).isEqualTo(FixedLayer.COLOUR);
        assertThat(chart.at(20, pane.bottom() + 2)).isEqualTo(BACKGROUND);
        assertThat(chart.at(layout.width() - 2, pane.top() + 4)).as("its axis").isEqualTo(FixedLayer.COLOUR);
    }

    @Test
    void a_layer_that_changed_is_painted_anew() throws Exception {
        FixedLayer layer = new FixedLayer(0, new ChartLayer.Range(90, 112));
        PaintedChart chart = new PaintedChart(PaintedChart.bars(ROSE), layer).paint();
        ChartGeometry before = chart.geometry();
        assertThat(chart.paint().geometry()).as("nothing changed").isSameAs(before);

        layer.change();

        assertThat(chart.paint().geometry()).isNotSameAs(before);
    }

    @Test
    void what_layers_say_stands_in_the_read_out() throws Exception {
        double[][] bars = {ROSE, FELL, ROSE_AGAIN};
        long without = new PaintedChart(PaintedChart.bars(bars)).paint().count(FixedLayer.COLOUR);
        PaintedChart with =
                new PaintedChart(PaintedChart.bars(bars), new FixedLayer(0, new ChartLayer.Range(99, 101))).paint();

        assertThat(without).isZero();
        boolean written = false;
        for (int y = 0; y < with.geometry().layout().priceTop(); y++) {
            for (int x = 0; x < 200; x++) {
                Color colour = with.at(x, y);
                written |= colour.getGreen() < 0.5 && colour.getRed() > 0.7 && colour.getBlue() > 0.7;
            }
        }
        assertThat(written).isTrue();
    }

    @Test
    void large_text_gets_a_wider_axis_and_more_room_above() throws Exception {
        PaintedChart chart = wide(ROSE, FELL, ROSE_AGAIN);
        ChartLayout usual = chart.geometry().layout();

        PaintedChart.onFx(() -> {
            chart.textScale.set(2);
            return "";
        });
        ChartLayout large = chart.paint().geometry().layout();

        assertThat(large.gutter()).isGreaterThanOrEqualTo(usual.gutter() * 1.9);
        assertThat(large.priceTop()).isGreaterThan(usual.priceTop() * 1.8);
        assertThat(large.height() - large.plotBottom()).isEqualTo(2 * (usual.height() - usual.plotBottom()));
    }

    @Test
    void the_price_below_the_pointer_is_one_there_can_be() throws Exception {
        PaintedChart chart = wide(ROSE, FELL, ROSE_AGAIN);

        assertThat(chart.surface().priceAt(chart.y(103.1234))).hasValueSatisfying(price -> {
            assertThat(price.scale()).isEqualTo(2);
            assertThat(price.doubleValue()).isCloseTo(103.1234, within(0.006));
        });
        assertThat(chart.surface().priceAt(chart.geometry().layout().volumeBottom() - 1))
                .isEmpty();
    }

    @Test
    void in_per_cent_lines_stand_at_round_shares() throws Exception {
        PaintedChart chart = wide(ROSE, FELL, ROSE_AGAIN);
        PaintedChart.onFx(() -> {
            chart.model.percentBase(OptionalDouble.of(100));
            return "";
        });
        chart.paint();

        assertThat(chart.geometry().prices().lines())
                .anySatisfy(line -> assertThat(line).isCloseTo(100, within(1e-9)));
        AxisText words = new AxisText(chart.model.format(), chart.model.percentBase());
        assertThat(words.of(101.5)).isEqualTo("+1.50%");
        assertThat(words.of(99)).isEqualTo("\u22121.00%");
        assertThat(words.of(100)).isEqualTo("0.00%");
    }

    @Test
    void in_a_low_chart_what_is_said_of_a_bar_leaves_room_for_prices() throws Exception {
        PaintedChart chart = wide(ROSE, FELL, ROSE_AGAIN);
        PaintedChart.onFx(() -> {
            chart.surface().resize(300, 120);
            chart.surface().layout();
            return "";
        });
        chart.paint();

        ChartLayout layout = chart.geometry().layout();
        assertThat(layout.readOut()).as("one line").isLessThanOrEqualTo(24);
        assertThat(layout.priceBottom() - layout.priceTop()).isGreaterThan(45);
    }

    /** So few bars that they are wide. */
    private static PaintedChart wide(double[]... figures) throws Exception {
        PaintedChart chart = new PaintedChart(PaintedChart.bars(figures));
        chart.model.viewport(new Viewport(40, 0));
        return chart.paint();
    }

    private static double blueness(Color colour) {
        return 1 - colour.getRed();
    }

    private static void assertNear(Color actual, Color expected) {
        assertThat(actual.getRed()).isCloseTo(expected.getRed(), within(0.02));
        assertThat(actual.getGreen()).isCloseTo(expected.getGreen(), within(0.02));
        assertThat(actual.getBlue()).isCloseTo(expected.getBlue(), within(0.02));
    }
}
