package dev.liveticker.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntervalTest {

    @Test
    void a_bar_starts_at_or_before_its_time_even_before_the_epoch() {
        assertThat(Interval.ONE_MINUTE.startOf(119_999_999)).isEqualTo(60_000_000);
        assertThat(Interval.ONE_MINUTE.startOf(120_000_000)).isEqualTo(120_000_000);
        assertThat(Interval.ONE_MINUTE.startOf(-1)).isEqualTo(-60_000_000);
    }

    @Test
    void every_code_names_its_interval() {
        for (Interval interval : Interval.values()) {
            assertThat(Interval.parse(interval.code())).hasValue(interval);
        }
        assertThat(Interval.parse("2m")).isEmpty();
    }
}
