package dev.liveticker.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class StartTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-06T09:30-05:00, 2026-03-06T14:30:00Z",
        "2026-03-06T14:30Z, 2026-03-06T14:30:00Z",
        "2026-03-06T14:30:15.25Z, 2026-03-06T14:30:15.250Z",
        "2026-03-06T09:30[America/New_York], 2026-03-06T14:30:00Z",
        "2026-03-09T09:30[America/New_York], 2026-03-09T13:30:00Z",
        "2026-03-06T09:30-05:00[America/New_York], 2026-03-06T14:30:00Z",
        "1971-01-01T00:00Z, 1971-01-01T00:00:00Z",
    })
    void a_date_and_time_with_offset_or_zone_is_a_moment(String text, Instant moment) {
        assertThat(new StartTime().convert(text)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-03-06",
                "2026-03-06T09:30",
                "2026-02-30T09:30Z",
                "2026-03-06T25:00Z",
                "2026-03-06T09:30[Mars/Olympus]",
                "2026-03-06 09:30Z",
                "2026-03-06T09:30-05:00 "
            })
    void anything_else_is_refused_with_an_example(String text) {
        assertThatThrownBy(() -> new StartTime().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("2026-03-06T09:30-05:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-12-31T23:59Z", "2200-01-01T00:00Z", "+12026-03-06T09:30Z"})
    void a_year_whose_times_do_not_travel_is_refused(String text) {
        assertThatThrownBy(() -> new StartTime().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("a year from 1971 to 2199");
    }
}
