package dev.liveticker.desktop.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarTableTest {

    private final ArrayBars bars = new ArrayBars();
    private final Reckoning reckoning = new Reckoning();

    @Test
    void times_are_iso_and_numbers_plain_and_what_is_missing_is_empty() {
        long start = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse("2026-11-25T14:30:00Z"));
        bars.rows.add(new ArrayBars.Row(start, 189.25, 190, 0.00000012, 189.1, 12_345_678_901.0));
        bars.rows.add(new ArrayBars.Row(start + ArrayBars.MINUTE, 1, 1, 1, 189.3, 0));
        bars.rows.add(new ArrayBars.Row(start + 2 * ArrayBars.MINUTE, 1, 1, 1, 189.5, 0));
        reckoning.choose(
                IndicatorChoices.none().with(Indicator.SMA, true).with(Indicator.SMA, List.of(3.0)),
                TradingDay.of(null),
                true);
        reckoning.update(bars);

        BarTable table = new BarTable(bars, reckoning, 0, 3, 2);

        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.text(',')).isEqualTo("""
                time,open,high,low,close,volume,sma_3\r
                2026-11-25T14:30:00Z,189.25,190,0.00000012,189.1,12345678901,\r
                2026-11-25T14:31:00Z,1,1,1,189.3,0,\r
                2026-11-25T14:32:00Z,1,1,1,189.5,0,189.3\r
                """);
    }

    @Test
    void a_part_holds_only_its_bars_and_the_values_they_have_in_the_whole() {
        for (int i = 1; i <= 10; i++) {
            bars.add(i, i, i, 1);
        }
        reckoning.choose(
                IndicatorChoices.none().with(Indicator.SMA, true).with(Indicator.SMA, List.of(4.0)),
                TradingDay.of(null),
                true);
        reckoning.update(bars);

        assertThat(new BarTable(bars, reckoning, 8, 10, 2).text('\t')).isEqualTo("""
                time\topen\thigh\tlow\tclose\tvolume\tsma_4\r
                1970-01-01T00:08:00Z\t9\t9\t9\t9\t1\t7.5\r
                1970-01-01T00:09:00Z\t10\t10\t10\t10\t1\t8.5\r
                """);
    }
}
