package dev.liveticker.desktop.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReckoningTest {

    private static final TradingDay DAY = TradingDay.of(null);
    private static final IndicatorChoices AVERAGE =
            IndicatorChoices.none().with(Indicator.SMA, true).with(Indicator.SMA, List.of(2.0));

    private final Reckoning reckoning = new Reckoning();

    /** Bars that count how often they are read. */
    private static final class Counted extends ArrayBars implements SettledBars {

        private int read;
        private long past;

        @Override
        public double close(int index) {
            read++;
            return super.close(index);
        }

        @Override
        public long pastRevision() {
            return past;
        }
    }

    @Test
    void a_change_of_the_newest_bar_costs_the_same_however_many_bars_there_are() {
        Counted bars = new Counted();
        for (int i = 0; i < 50_000; i++) {
            bars.add(2, 1, 1 + i % 7 / 10.0, 1);
        }
        IndicatorChoices choices = IndicatorChoices.none();
        for (Indicator indicator : Indicator.values()) {
            choices = choices.with(indicator, true);
        }
        reckoning.choose(choices, DAY, true);
        reckoning.update(bars);
        bars.read = 0;

        bars.close(bars.size() - 1, 3);
        reckoning.update(bars);

        assertThat(bars.read).isLessThan(200);
        assertThat(reckoning.plots().getFirst().study().value(0, bars.size() - 1))
                .isGreaterThan(1.3);
    }

    @Test
    void a_change_of_an_older_bar_is_seen_where_the_bars_tell_of_it_and_where_they_do_not() {
        Counted telling = new Counted();
        ArrayBars silent = ArrayBars.ofCloses(1, 2, 3, 4);
        for (double close : new double[] {1, 2, 3, 4}) {
            telling.add(close, close, close, 1);
        }
        for (ArrayBars bars : List.of(telling, silent)) {
            reckoning.choose(AVERAGE, DAY, true);
            reckoning.update(bars);
            bars.close(1, 10);
            telling.past++;
            reckoning.update(bars);

            assertThat(reckoning.plots().getFirst().study().value(0, 1)).isEqualTo(5.5);
            assertThat(reckoning.plots().getFirst().study().value(0, 2)).isEqualTo(6.5);
        }
    }

    @Test
    void an_indicator_turned_on_later_has_values_for_every_bar() {
        ArrayBars bars = ArrayBars.ofCloses(1, 2, 3);
        reckoning.choose(AVERAGE, DAY, true);
        reckoning.update(bars);

        reckoning.choose(AVERAGE.with(Indicator.EMA, true).with(Indicator.EMA, List.of(2.0)), DAY, true);
        reckoning.update(bars);

        assertThat(reckoning.plots()).hasSize(2);
        assertThat(reckoning.plots().get(1).study().value(0, 1)).isEqualTo(1.5);
    }

    @Test
    void bars_of_a_day_each_have_no_average_over_a_day() {
        reckoning.choose(AVERAGE.with(Indicator.VWAP, true), DAY, false);
        assertThat(reckoning.plots()).extracting(Reckoning.Plot::indicator).containsExactly(Indicator.SMA);
    }
}
