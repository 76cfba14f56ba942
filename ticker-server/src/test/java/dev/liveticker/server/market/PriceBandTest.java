package dev.liveticker.server.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceBandTest {

    private static final long SECOND = 1_000_000;

    private final PriceBand band = new PriceBand(new BigDecimal("0.01"));

    @ParameterizedTest
    @CsvSource({"10000, 0.10", "301, 0.10", "300, 0.20", "75, 0.20", "50, 0.30", "10, 0.75"})
    void how_wide_it_is_yesterdays_close_says(long previousClose, double width) {
        band.restart((double) previousClose, previousClose, 0);

        assertThat(band.width()).isCloseTo(width, within(1e-9));
    }

    @Test
    void it_is_around_the_price_it_was_restarted_at() {
        band.restart(10_000, 10_000, 0);

        assertThat(band.broken(10_999, 0)).isFalse();
        assertThat(band.broken(9_001, 0)).isFalse();
        assertThat(band.broken(11_001, 0)).isTrue();
        assertThat(band.broken(8_999, 0)).isTrue();
    }

    @Test
    void it_follows_the_mean_of_the_last_five_minutes_trades() {
        band.restart(10_000, 10_000, 0);
        for (int second = 0; second < 300; second++) {
            band.trade(10_900, second * SECOND);
        }

        assertThat(band.broken(11_500, 300 * SECOND)).isFalse();
        assertThat(band.broken(9_700, 300 * SECOND)).isTrue();
    }

    @Test
    void a_mean_that_moved_by_less_than_a_hundredth_changes_nothing() {
        band.restart(10_000, 10_000, 0);
        for (int second = 0; second < 300; second++) {
            band.trade(10_090, second * SECOND);
        }

        assertThat(band.broken(11_001, 300 * SECOND)).isTrue();
    }

    @Test
    void trades_older_than_five_minutes_do_not_count() {
        band.restart(10_000, 10_000, 0);
        band.trade(10_900, 0);
        band.trade(10_500, 310 * SECOND);

        assertThat(band.broken(11_600, 340 * SECOND)).isTrue();
        assertThat(band.broken(11_500, 340 * SECOND)).isFalse();
    }

    @Test
    void without_trades_it_stays_where_it_was() {
        band.restart(10_000, 10_000, 0);

        assertThat(band.broken(10_999, 36_000 * SECOND)).isFalse();
        assertThat(band.broken(11_001, 36_000 * SECOND)).isTrue();
    }
}
