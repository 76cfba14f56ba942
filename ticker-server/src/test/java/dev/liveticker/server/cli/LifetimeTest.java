package dev.liveticker.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class LifetimeTest {

    @ParameterizedTest
    @CsvSource({"90s, PT90S", "30m, PT30M", "6h30m, PT6H30M", "7d, P7D", "1d2h3m4s, P1DT2H3M4S", "0s, PT0S"})
    void numbers_with_units_add_up(String text, Duration lasts) {
        assertThat(new Lifetime().convert(text)).isEqualTo(lasts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "h", "30m6h", "1h1h", "-1h", "1.5h", "1 h", "12345678s", "soon"})
    void anything_else_is_refused_by_what_it_is(String text) {
        assertThatThrownBy(() -> new Lifetime().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("'" + text + "' is no time");
    }
}
