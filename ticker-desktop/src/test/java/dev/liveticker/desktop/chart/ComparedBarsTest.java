package dev.liveticker.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.message.Bar;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparedBarsTest {

    private final ComparedBars bars = new ComparedBars();

    @Test
    void a_close_is_found_by_its_start_and_a_missing_bar_is_missing() {
        bars.merge(List.of(Some.bar(Some.AAPL, 1, "1", "2"), Some.bar(Some.AAPL, 3, "1", "4")));
        bars.put(List.of(Some.bar(Some.AAPL, 2, "1", "3"), Some.bar(Some.AAPL, 0, "1", "1")));

        for (int minute = 0; minute < 4; minute++) {
            assertThat(bars.closeAt(minute * Some.MINUTE)).isEqualTo(minute + 1);
        }
        assertThat(bars.closeAt(3)).isNaN();
        assertThat(bars.closeAt(9 * Some.MINUTE)).isNaN();
        assertThat(bars.closeAt(-1)).isNaN();
        assertThat(new ComparedBars().closeAt(0)).isNaN();
        assertThat(bars.size()).isEqualTo(4);
    }

    @Test
    void what_was_fetched_does_not_replace_a_newer_live_state() {
        bars.put(List.of(withVolume(Some.bar(Some.AAPL, 0, "1", "3"), "2000")));
        bars.merge(List.of(Some.bar(Some.AAPL, 0, "1", "2")));
        assertThat(bars.closeAt(0)).isEqualTo(3);

        bars.put(List.of(Some.bar(Some.AAPL, 0, "1", "4")));
        assertThat(bars.closeAt(0)).isEqualTo(4);
    }

    @Test
    void the_oldest_go_when_there_are_too_many() {
        bars.merge(Some.bars(Some.AAPL, 0, ComparedBars.MOST + 3));

        assertThat(bars.size()).isEqualTo(ComparedBars.MOST);
        assertThat(bars.closeAt(2 * Some.MINUTE)).isNaN();
        assertThat(bars.closeAt(3 * Some.MINUTE)).isNotNaN();
    }

    private static Bar withVolume(Bar bar, String volume) {
        return Some.like(bar, new BigDecimal(volume), bar.closed());
    }
}
