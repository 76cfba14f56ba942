package dev.liveticker.feed.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

    @ParameterizedTest
    @CsvSource(
            nullValues = "absent",
            value = {
                "absent, 0",
                "'', 0",
                "0, 0",
                "120, 120",
                "' 7 ', 7",
                "-5, 0",
                "1.5, 0",
                "soon, 0",
                "99999999999999, 0",
                "'Thu, 01 Jan 2026 00:01:00 GMT', 60",
                "'Wed, 31 Dec 2025 23:59:00 GMT', 0",
            })
    void retry_after_is_read_in_seconds_and_as_a_date(String header, long seconds) {
        assertThat(Answers.retryAfter(header, CLOCK)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
