package dev.liveticker.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {

    @ParameterizedTest
    @CsvSource({"-5, 0 s", "0, 0 s", "59, 59 s", "60, 1 min", "3599, 59 min", "3600, 1 h", "86399, 23 h", "200000, 2 d"
    })
    void an_age_is_said_in_the_largest_unit_that_fits(long seconds, String said) {
        assertThat(Ages.brief(Duration.ofSeconds(seconds))).isEqualTo(said);
        assertThat(Ages.ago(Duration.ofSeconds(seconds))).isEqualTo(said + " ago");
    }
}
