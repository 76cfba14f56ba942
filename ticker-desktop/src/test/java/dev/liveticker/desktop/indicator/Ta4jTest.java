package dev.liveticker.desktop.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.volume.VWAPIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/**
 * Indicators against those of ta4j. It begins its smoothed averages with the first price and not with a mean, so that
 * they are compared where that no longer matters.
 */
class Ta4jTest {

    private static final int COUNT = 1_000;
    private static final TradingDay DAY = new TradingDay(ZoneOffset.UTC, LocalTime.MIDNIGHT);
    private static final Offset<Double> SAME = within(1e-8);

    private final ArrayBars bars = new ArrayBars();
    private final BarSeries series = new BaseBarSeriesBuilder()
            .withNumFactory(DoubleNumFactory.getInstance())
            .build();
    private final ClosePriceIndicator closes = new ClosePriceIndicator(series);

    @BeforeEach
    void walk() {
        Random random = new Random(7);
        double price = 100;
        for (int i = 0; i < COUNT; i++) {
            double open = price;
            price *= 1 + random.nextGaussian() * 0.002;
            double high = Math.max(open, price) * 1.001;
            double low = Math.min(open, price) * 0.999;
            double volume = 100 + random.nextInt(900);
            bars.add(high, low, price, volume);
            Instant start = Instant.EPOCH.plus(bars.start(i), ChronoUnit.MICROS);
            series.addBar(series.barBuilder()
                    .timePeriod(Duration.ofMinutes(1))
                    .endTime(start.plus(1, ChronoUnit.MINUTES))
                    .openPrice(open)
                    .highPrice(high)
                    .lowPrice(low)
                    .closePrice(price)
                    .volume(volume)
                    .build());
        }
    }

    @Test
    void averages_are_the_same() {
        compare(study(Indicator.SMA, 20.0), 0, new SMAIndicator(closes, 20), 19);
        compare(study(Indicator.EMA, 20.0), 0, new EMAIndicator(closes, 20), 400);
    }

    @Test
    void oscillators_are_the_same() {
        compare(study(Indicator.RSI, 14.0), 0, new RSIIndicator(closes, 14), 500);
        compare(study(Indicator.MACD, 12.0, 26.0, 9.0), 0, new MACDIndicator(closes, 12, 26), 500);
    }

    /** Of the first trading day, which ta4j is told the number of bars of. */
    @Test
    void the_average_weighted_by_volume_is_the_same() {
        int day = COUNT;
        Study study = study(Indicator.VWAP);
        VWAPIndicator theirs = new VWAPIndicator(series, COUNT);
        for (int i = 1; i < day; i++) {
            assertThat(study.value(0, i)).isCloseTo(theirs.getValue(i).doubleValue(), SAME);
        }
    }

    private Study study(Indicator indicator, Double... parameters) {
        Study study = indicator.study(List.of(parameters), DAY);
        study.reckon(bars, 0);
        return study;
    }

    private static void compare(Study ours, int line, org.ta4j.core.Indicator<Num> theirs, int first) {
        for (int i = first; i < COUNT; i++) {
            assertThat(ours.value(line, i))
                    .as("at %d", i)
                    .isCloseTo(theirs.getValue(i).doubleValue(), SAME);
        }
    }
}
