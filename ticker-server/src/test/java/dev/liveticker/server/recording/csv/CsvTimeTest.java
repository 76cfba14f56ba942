package dev.liveticker.server.recording.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-06T09:30:00-05:00, 2026-03-06T14:30:00Z",
        "2026-03-06T14:30Z, 2026-03-06T14:30:00Z",
        "2026-03-06T14:30:00.1234567Z, 2026-03-06T14:30:00.123456Z",
        "2026-03-06, 2026-03-06T00:00:00Z",
        "1772807400, 2026-03-06T14:30:00Z",
        "1772807400.25, 2026-03-06T14:30:00.250Z",
        "1772807400123, 2026-03-06T14:30:00.123Z",
        "1772807400123456, 2026-03-06T14:30:00.123456Z",
        "0, 1970-01-01T00:00:00Z"
    })
    void times_are_read_as_people_write_them(String text, Instant time) {
        assertThat(CsvTime.parse(text)).isEqualTo(ChronoUnit.MICROS.between(Instant.EPOCH, time));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-06T09:30:00 | an offset from UTC",
                "2026-03-06 09:30:00 | a T between",
                "2026-13-06 | a time expected",
                "2026-02-30T00:00:00Z | a time expected",
                "yesterday | a time expected",
                "'' | a time expected",
                "-1 | a time expected",
                "NaN | a time expected",
                "1772807400123456789 | a time expected",
                "99999999999999999999999999 | a time expected",
                "1e9 | a time expected",
                "+100000-01-01T00:00:00Z | expected",
                "+999999999-12-31T23:59:59Z | expected",
                "-999999999-01-01T00:00:00Z | expected",
                "9999-01-01T00:00:00Z | years 1900 to 2199",
                "99999999999 | this is in 5138"
            })
    void anything_else_is_refused_with_what_is_expected(String text, String expected) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvTime.parse(text))
                .withMessageContaining(expected);
    }

    @Property
    void every_way_to_write_a_time_means_the_same(
            @ForAll @LongRange(min = 100_000_000L, max = 7_000_000_000L) long seconds,
            @ForAll @IntRange(min = -18 * 4, max = 18 * 4) int quarters) {
        long micros = seconds * 1_000_000;
        assertThat(CsvTime.parse(String.valueOf(seconds))).isEqualTo(micros);
        assertThat(CsvTime.parse(String.valueOf(seconds * 1_000))).isEqualTo(micros);
        assertThat(CsvTime.parse(String.valueOf(micros))).isEqualTo(micros);
        OffsetDateTime there = Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.ofTotalSeconds(quarters * 900));
        assertThat(CsvTime.parse(there.toString())).isEqualTo(micros);
    }
}
