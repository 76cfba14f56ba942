package dev.liveticker.desktop.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StudyTest {

    private static final TradingDay DAY = TradingDay.of(null);

    /** Bars that come, change and go as on a live chart, in any order. */
    @Property(tries = 60)
    void what_is_reckoned_as_bars_change_is_what_is_reckoned_at_once(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 30) int period) {
        Random random = new Random(seed);
        IndicatorChoices choices = all(period);
        Reckoning followed = new Reckoning();
        followed.choose(choices, DAY, true);
        ArrayBars bars = new ArrayBars();
        for (int step = 0; step < 60; step++) {
            change(bars, random);
            followed.update(bars);
            Reckoning atOnce = new Reckoning();
            atOnce.choose(choices, DAY, true);
            atOnce.update(bars);
            assertSame(followed, atOnce, bars.size());
        }
    }

    @Property(tries = 100)
    void a_sliding_window_is_as_exact_as_two_passes_over_it(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int period) {
        Random random = new Random(seed);
        double level = Math.pow(10, random.nextInt(6) - 1);
        double[] closes = new double[300];
        for (int i = 0; i < closes.length; i++) {
            closes[i] = level * (1 + random.nextGaussian() * 1e-4);
        }
        SlidingWindow window = new SlidingWindow(period);
        window.reckon(ArrayBars.ofCloses(closes), 0);
        for (int i = period - 1; i < closes.length; i++) {
            double[] in = Arrays.copyOfRange(closes, i - period + 1, i + 1);
            double mean = Arrays.stream(in).sum() / period;
            double variance =
                    Arrays.stream(in).map(c -> (c - mean) * (c - mean)).sum() / period;
            assertThat(window.mean(i)).isCloseTo(mean, within(level * 1e-12));
            assertThat(window.deviation(i)).isCloseTo(Math.sqrt(variance), within(level * 1e-9));
        }
    }

    @Test
    void strength_is_100_without_a_loss_0_without_a_gain_and_50_where_nothing_moves() {
        assertThat(strength(1, 2, 3, 4)).isEqualTo(100);
        assertThat(strength(4, 3, 2, 1)).isZero();
        assertThat(strength(2, 2, 2, 2)).isEqualTo(50);
    }

    @Test
    void too_few_bars_give_no_value_and_no_error() {
        for (Indicator indicator : Indicator.values()) {
            Study study = indicator.study(indicator.usual(), DAY);
            study.reckon(new ArrayBars(), 0);
            study.reckon(ArrayBars.ofCloses(1), 0);
            if (indicator != Indicator.VWAP) {
                assertThat(study.value(0, 0)).as(indicator.name()).isNaN();
            }
        }
    }

    private static double strength(double... closes) {
        Study study = Indicator.RSI.study(List.of(3.0), DAY);
        study.reckon(ArrayBars.ofCloses(closes), 0);
        return study.value(0, closes.length - 1);
    }

    private static IndicatorChoices all(int period) {
        IndicatorChoices choices = IndicatorChoices.none();
        for (Indicator indicator : Indicator.values()) {
            choices = choices.with(indicator, true);
        }
        double bars = period;
        return choices.with(Indicator.SMA, List.of(bars))
                .with(Indicator.EMA, List.of(bars))
                .with(Indicator.BOLLINGER, List.of(bars, 2.0))
                .with(Indicator.RSI, List.of(bars))
                .with(Indicator.MACD, List.of(bars, bars + 5, bars));
    }

    private static void change(ArrayBars bars, Random random) {
        switch (random.nextInt(bars.size() == 0 ? 1 : 8)) {
            case 0 -> {
                for (int i = random.nextInt(40); i >= 0; i--) {
                    bars.add(101 + random.nextDouble(), 99, 99 + 2 * random.nextDouble(), random.nextInt(3));
                }
            }
            case 1, 2, 3, 4 -> bars.close(bars.size() - 1, 90 + 20 * random.nextDouble());
            case 5 -> bars.close(random.nextInt(bars.size()), 90 + 20 * random.nextDouble());
            case 6 -> bars.rows.removeFirst();
            default -> {
                if (random.nextBoolean()) {
                    bars.rows.clear();
                } else {
                    bars.rows.subList(random.nextInt(bars.size()), bars.size()).clear();
                }
            }
        }
    }

    private static void assertSame(Reckoning followed, Reckoning atOnce, int size) {
        assertThat(followed.size()).isEqualTo(size);
        for (int plot = 0; plot < atOnce.plots().size(); plot++) {
            Study expected = atOnce.plots().get(plot).study();
            Study actual = followed.plots().get(plot).study();
            for (int line = 0; line < expected.lines(); line++) {
                for (int i = 0; i < size; i++) {
                    if (Double.compare(actual.value(line, i), expected.value(line, i)) != 0) {
                        assertThat(actual.value(line, i))
                                .as("%s line %d at %d", atOnce.plots().get(plot).title(), line, i)
                                .isEqualTo(expected.value(line, i));
                    }
                }
            }
        }
    }
}
