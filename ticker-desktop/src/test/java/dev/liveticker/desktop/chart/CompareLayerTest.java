package dev.liveticker.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.message.Bar;
import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompareLayerTest {

    private final ComparedChart compared = new ComparedChart();
    private final FakeMarketData marketData = compared.marketData;
    private final InstrumentDirectory instruments = compared.instruments;
    private final ChartViewModel chart = compared.chart;
    private final CompareViewModel model = compared.model;
    private final CompareLayer layer = new CompareLayer(model, chart);
    private final BarSeries bars = new BarSeries();

    @BeforeEach
    void show() {
        instruments.load();
        chart.show(Some.AAPL);
        bars.merge(closes(Some.AAPL, 0, "100", "110", "120", "120"), Long.MAX_VALUE);
    }

    @Test
    void lines_begin_together_at_the_first_bar_in_view_that_all_have() {
        compare(closes(Some.MSFT, 0, "40", "50", "55", "60"));
        compare(closes(Symbol.of("NVDA"), 1, "800", "400", "800"));
        List<OptionalDouble> told = new ArrayList<>();
        layer.onPercentBase(told::add);

        ChartLayer.Range range = layer.range(bars, 0, 3).getFirst();

        assertThat(told).containsExactly(OptionalDouble.empty(), OptionalDouble.of(110));
        assertThat(range.high()).as("60 after 50 is 20 per cent").isCloseTo(110 * 1.2, within(1e-9));
        assertThat(range.low()).as("400 after 800 is half").isCloseTo(55, within(1e-9));
        assertThat(layer.readings(bars, 3, Painted.LIGHT))
                .extracting(reading -> reading.name() + ' ' + reading.value())
                .containsExactly("AAPL +9.09%", "MSFT +20.00%", "NVDA 0.00%");
        assertThat(layer.readings(bars, 0, Painted.LIGHT).get(2).value()).isEqualTo("\u2013");
    }

    @Test
    void without_a_bar_that_all_have_each_begins_with_its_own() {
        compare(closes(Some.MSFT, 0, "40", "50"));
        compare(closes(Symbol.of("NVDA"), 2, "800", "400"));

        layer.range(bars, 0, 3);

        assertThat(layer.readings(bars, 1, Painted.LIGHT).get(1).value()).isEqualTo("+25.00%");
        assertThat(layer.readings(bars, 3, Painted.LIGHT).get(2).value()).isEqualTo("\u221250.00%");
    }

    @Test
    void a_symbol_without_bars_in_view_is_left_out_and_the_axis_stays_one_of_prices() {
        compare(closes(Some.MSFT, 10, "40", "50"));
        List<OptionalDouble> told = new ArrayList<>();
        layer.onPercentBase(told::add);

        assertThat(layer.range(bars, 0, 3)).isEmpty();
        assertThat(layer.readings(bars, 3, Painted.LIGHT)).isEmpty();
        assertThat(told).containsExactly(OptionalDouble.empty());
    }

    @Test
    void a_line_is_painted_in_its_colour_with_a_gap_where_bars_are_missing_and_named_at_the_right() {
        bars.clear();
        bars.merge(closes(Some.AAPL, 0, "100", "100", "100", "100", "100", "100", "104", "100"), Long.MAX_VALUE);
        List<Bar> msft = new ArrayList<>(closes(Some.MSFT, 0, "50", "51", "51", "51", "51", "51", "51", "51"));
        msft.subList(3, 5).clear();
        compare(msft);
        ChartGeometry geometry = Painted.geometry(bars, 30);
        Color colour = CompareLayer.colour(Painted.LIGHT, model.compared().getFirst());

        Painted picture = Painted.with(g -> layer.paint(g, Painted.LIGHT, Painted.LETTERS, geometry, bars));

        double y = geometry.prices().y(102);
        assertThat(picture.has(colour, geometry.x(1), y)).isTrue();
        assertThat(picture.has(colour, (geometry.x(1) + geometry.x(2)) / 2, y)).isTrue();
        assertThat(picture.any(colour, geometry.x(2) + 4, 0, geometry.x(5) - 4, Painted.HEIGHT))
                .as("gap")
                .isFalse();
        assertThat(picture.has(colour, geometry.layout().plotWidth() - 8, y))
                .as("label")
                .isTrue();
    }

    @Test
    void labels_stand_beside_their_lines_and_never_above_each_other() {
        assertThat(CompareLabels.tops(new double[] {50, 52, 120}, 16, 0, 200)).containsExactly(42, 58, 112);
        assertThat(CompareLabels.tops(new double[] {195, 198}, 16, 0, 200)).containsExactly(168, 184);
        assertThat(CompareLabels.tops(new double[] {-30, 2}, 16, 0, 200)).containsExactly(0, 16);
    }

    @Test
    void per_cent_have_a_sign_unless_they_are_none() {
        assertThat(CompareLayer.percent(1.0125)).isEqualTo("+1.25%");
        assertThat(CompareLayer.percent(0.9)).isEqualTo("\u221210.00%");
        assertThat(CompareLayer.percent(1)).isEqualTo("0.00%");
        assertThat(CompareLayer.percent(0.99999)).isEqualTo("0.00%");
        assertThat(CompareLayer.percent(Double.NaN)).isEqualTo("\u2013");
    }

    @Test
    void per_cent_have_their_sign_in_digits_of_any_script() {
        Locale before = Locale.getDefault(Locale.Category.FORMAT);
        Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag("ar-EG"));
        try {
            assertThat(CompareLayer.percent(1.0125)).isEqualTo("+\u0661\u066B\u0662\u0665%");
            assertThat(CompareLayer.percent(0.99)).isEqualTo("\u2212\u0661\u066B\u0660\u0660%");
        } finally {
            Locale.setDefault(Locale.Category.FORMAT, before);
        }
    }

    private void compare(List<Bar> with) {
        model.add(with.getFirst().symbol().text());
        marketData.lastBarsAsked().answer().complete(with);
    }

    private static List<Bar> closes(Symbol symbol, int firstMinute, String... closes) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < closes.length; i++) {
            bars.add(Some.bar(symbol, firstMinute + i, closes[i], closes[i]));
        }
        return bars;
    }
}
