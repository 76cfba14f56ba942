package dev.liveticker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MicroTimeTest {

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 0",
        "2026-03-20T09:46:40.123456Z, 1774000000123456",
        "1969-12-31T23:59:59.999999Z, -1",
        "1960-01-01T00:00:00.5Z, -315619199500000",
    })
    void a_moment_is_a_number_of_microseconds_and_back(Instant moment, long micros) {
        assertThat(MicroTime.of(moment)).isEqualTo(micros);
        assertThat(MicroTime.instant(micros)).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({"1970-01-01T00:00:00.000000999Z, 0", "1969-12-31T23:59:59.999999001Z, -1"})
    void what_is_between_two_microseconds_belongs_to_the_earlier_one(Instant moment, long micros) {
        assertThat(MicroTime.of(moment)).isEqualTo(micros);
    }

    @Test
    void what_is_beyond_all_counting_is_refused() {
        assertThatThrownBy(() -> MicroTime.of(Instant.MAX)).isInstanceOf(ArithmeticException.class);
    }
}
