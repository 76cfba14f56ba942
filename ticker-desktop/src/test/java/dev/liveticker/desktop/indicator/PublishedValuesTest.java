package dev.liveticker.desktop.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Indicators against tables that others published with the prices they are of. */
class PublishedValuesTest {

    private static final TradingDay DAY = TradingDay.of(null);
    /** Begins with the first bar of {@link ArrayBars}. */
    private static final TradingDay UTC = new TradingDay(ZoneOffset.UTC, LocalTime.MIDNIGHT);

    /** Half of the last decimal of a table with two, and of the prices it was rounded from. */
    private static final Offset<Double> TWO_DECIMALS = within(0.0051);

    /** INTC, 24 March to 5 May 2010: StockCharts' ChartSchool, "Moving Averages", cs-movavg.xls. */
    private static final double[] INTEL = {
        22.2734, 22.1940, 22.0847, 22.1741, 22.1840, 22.1344, 22.2337, 22.4323, 22.2436, 22.2933, 22.1542, 22.3926,
        22.3816, 22.6109, 23.3558, 24.0519, 23.7530, 23.8324, 23.9516, 23.6338, 23.8225, 23.8722, 23.6537, 23.1870,
        23.0976, 23.3260, 22.6805, 23.0976, 22.4025, 22.1725
    };

    @Test
    void the_simple_average_is_that_of_chart_school() {
        double[] published = {
            22.22, 22.21, 22.23, 22.26, 22.31, 22.42, 22.61, 22.77, 22.91, 23.08, 23.21, 23.38, 23.53, 23.65, 23.71,
            23.69, 23.61, 23.51, 23.43, 23.28, 23.13
        };
        compare(Indicator.SMA.study(List.of(10.0), DAY), 0, INTEL, 9, published, TWO_DECIMALS);
    }

    @Test
    void the_exponential_average_is_that_of_chart_school() {
        double[] published = {
            22.22, 22.21, 22.24, 22.27, 22.33, 22.52, 22.80, 22.97, 23.13, 23.28, 23.34, 23.43, 23.51, 23.54, 23.47,
            23.40, 23.39, 23.26, 23.23, 23.08, 22.92
        };
        compare(Indicator.EMA.study(List.of(10.0), DAY), 0, INTEL, 9, published, TWO_DECIMALS);
    }

    /** SPY: ChartSchool, "Bollinger Bands", cs-bbands.xls. */
    @Test
    void the_bollinger_bands_are_those_of_chart_school() {
        double[] closes = {
            86.1557, 89.0867, 88.7829, 90.3228, 89.0671, 91.1453, 89.4397, 89.1750, 86.9302, 87.6752, 86.9596, 89.4299,
            89.3221, 88.7241, 87.4497, 87.2634, 89.4985, 87.9006, 89.1260, 90.7043, 92.9001, 92.9784, 91.8021, 92.6647,
            92.6843, 92.3021, 92.7725, 92.5373, 92.9490, 93.2039, 91.0669, 89.8318, 89.7435, 90.3994, 90.7387, 88.0177,
            88.0867, 88.8439, 90.7781, 90.5416, 91.3894, 90.6500
        };
        double[] middle = {
            88.70794, 89.04516, 89.239745, 89.390705, 89.5078, 89.68866, 89.7465, 89.91314, 90.081255, 90.382195,
            90.65863, 90.863995, 90.88409, 90.90516, 90.988925, 91.153375, 91.19109, 91.1205, 91.167665, 91.25027,
            91.242135, 91.1666, 91.05018
        };
        double[] upper = {
            91.291862, 91.949268, 92.612595, 92.9342, 93.31195, 93.72845, 93.899592, 94.266255, 94.565096, 94.786912,
            95.043001, 94.907605, 94.902912, 94.89532, 94.861013, 94.673629, 94.556593, 94.678752, 94.575786, 94.534271,
            94.532306, 94.369251, 94.148503
        };
        double[] lower = {
            86.124018, 86.141052, 85.866895, 85.84721, 85.70365, 85.64887, 85.593408, 85.560025, 85.597414, 85.977478,
            86.274259, 86.820385, 86.865268, 86.915, 87.116837, 87.633121, 87.825587, 87.562248, 87.759544, 87.966269,
            87.951964, 87.963949, 87.951857
        };
        List<Double> usual = List.of(20.0, 2.0);
        compare(Indicator.BOLLINGER.study(usual, DAY), BollingerBands.MIDDLE, closes, 19, middle, within(1e-5));
        compare(Indicator.BOLLINGER.study(usual, DAY), BollingerBands.UPPER, closes, 19, upper, within(1e-5));
        compare(Indicator.BOLLINGER.study(usual, DAY), BollingerBands.LOWER, closes, 19, lower, within(1e-5));
    }

    /** QQQQ, 14 days: ChartSchool, "Relative Strength Index", cs-rsi.xls, which follows Wilder's own example. */
    @Test
    void the_relative_strength_is_that_of_chart_school() {
        double[] closes = {
            44.3389, 44.0902, 44.1497, 43.6124, 44.3278, 44.8264, 45.0955, 45.4245, 45.8433, 46.0826, 45.8931, 46.0328,
            45.6140, 46.2820, 46.2820, 46.0028, 46.0328, 46.4116, 46.2222, 45.6439, 46.2122, 46.2521, 45.7137, 46.4515,
            45.7835, 45.3548, 44.0288, 44.1783, 44.2181, 44.5672, 43.4205, 42.6628, 43.1314
        };
        double[] published = {
            70.5328, 66.3186, 66.5498, 69.4063, 66.3552, 57.9749, 62.9296, 63.2571, 56.0593, 62.3771, 54.7076, 50.4228,
            39.9898, 41.4605, 41.8689, 45.4632, 37.3040, 33.0795, 37.7730
        };
        compare(Indicator.RSI.study(List.of(14.0), DAY), 0, closes, 14, published, within(1e-3));
    }

    /** AAPL, from 19 February 2013: S. Samsudin, "How to Calculate MACD in Excel", investexcel.net. */
    @Test
    void convergence_and_divergence_are_those_of_invest_excel() {
        double[] closes = {
            459.99, 448.85, 446.06, 450.81, 442.80, 448.97, 444.57, 441.40, 430.47, 420.05, 431.14, 425.66, 430.58,
            431.72, 437.87, 428.43, 428.35, 432.50, 443.66, 455.72, 454.49, 452.08, 452.73, 461.91, 463.58, 461.14,
            452.08, 442.66, 428.91, 429.79, 431.99, 427.72, 423.20, 426.21, 426.98, 435.69, 434.33, 429.80, 419.85,
            426.24, 402.80
        };
        double[] macd = {
            8.2752695, 7.7033784, 6.4160748, 4.2375198, 2.5525833, 1.3788857, 0.1029815, -1.258402, -2.070558,
            -2.621842, -2.329067, -2.181632, -2.402626, -3.342122, -3.530363, -5.507471
        };
        double[] signal = {3.0375259, 1.9056522, 1.0587084, 0.4106403, -0.152013, -0.790035, -1.3381, -2.171975};
        double[] histogram = {
            -5.108084059, -4.527494558, -3.387775176, -2.59227244, -2.250613279, -2.55208695, -2.192262723, -3.335496669
        };
        List<Double> usual = List.of(12.0, 26.0, 9.0);
        compare(Indicator.MACD.study(usual, DAY), Convergence.MACD, closes, 25, macd, within(1e-5));
        compare(Indicator.MACD.study(usual, DAY), Convergence.SIGNAL, closes, 33, signal, within(1e-5));
        compare(Indicator.MACD.study(usual, DAY), Convergence.HISTOGRAM, closes, 33, histogram, within(1e-5));
    }

    /** By the formula of ChartSchool, "Volume-Weighted Average Price", reckoned by hand. */
    @Test
    void the_average_weighted_by_volume_is_that_of_its_formula_and_begins_anew_with_the_day() {
        ArrayBars bars = new ArrayBars();
        bars.add(12, 9, 12, 100);
        bars.add(14, 11, 14, 300);
        bars.rows.add(new ArrayBars.Row(24 * 60 * ArrayBars.MINUTE, 20, 21, 18, 21, 50));
        bars.rows.add(new ArrayBars.Row(48 * 60 * ArrayBars.MINUTE, 20, 20, 20, 20, 0));
        Study average = Indicator.VWAP.study(List.of(), UTC);

        average.reckon(bars, 0);

        assertThat(average.value(0, 0)).isEqualTo(11);
        assertThat(average.value(0, 1)).isEqualTo((11.0 * 100 + 13.0 * 300) / 400);
        assertThat(average.value(0, 2)).isEqualTo(20);
        assertThat(average.value(0, 3)).as("no trade yet").isNaN();
    }

    @Test
    void a_day_whose_first_bars_are_missing_has_no_average_weighted_by_volume() {
        ArrayBars bars = new ArrayBars();
        bars.rows.add(new ArrayBars.Row(ArrayBars.MINUTE, 12, 12, 9, 12, 100));
        bars.rows.add(new ArrayBars.Row(2 * ArrayBars.MINUTE, 12, 12, 9, 12, 100));
        bars.rows.add(new ArrayBars.Row(24 * 60 * ArrayBars.MINUTE, 20, 21, 18, 21, 50));
        Study average = Indicator.VWAP.study(List.of(), UTC);

        average.reckon(bars, 0);
        average.reckon(bars, 1);

        assertThat(average.value(0, 0)).isNaN();
        assertThat(average.value(0, 1)).isNaN();
        assertThat(average.value(0, 2)).isEqualTo(20);
    }

    private static void compare(
            Study study, int line, double[] closes, int first, double[] published, Offset<Double> tolerance) {
        study.reckon(ArrayBars.ofCloses(closes), 0);
        for (int i = 0; i < first; i++) {
            assertThat(study.value(line, i)).as("warming up at %d", i).isNaN();
        }
        assertThat(published).hasSize(closes.length - first);
        for (int i = first; i < closes.length; i++) {
            assertThat(study.value(line, i)).as("at %d", i).isCloseTo(published[i - first], tolerance);
        }
    }
}
