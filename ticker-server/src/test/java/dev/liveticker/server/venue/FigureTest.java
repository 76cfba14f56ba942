package dev.liveticker.server.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {

    private static Figure read(String json) {
        return Figure.of(VenueJson.read(json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"NaN\" | NOT_A_NUMBER",
                "\"Infinity\" | NOT_A_NUMBER",
                "\"-Infinity\" | NOT_A_NUMBER",
                "\"\" | NOT_A_NUMBER",
                "\"1,5\" | NOT_A_NUMBER",
                "\"0x10\" | NOT_A_NUMBER",
                "\"1e5\" | NOT_A_NUMBER",
                "\" 1\" | NOT_A_NUMBER",
                "true | NOT_A_NUMBER",
                "[] | NOT_A_NUMBER",
                "{\"a\":1} | NOT_A_NUMBER",
                "1e999999999 | TOO_LARGE",
                "-1e999999999 | TOO_LARGE",
                "1234567890123456 | TOO_LARGE",
                "\"1234567890123456\" | TOO_LARGE",
                "1e-999999999 | TOO_FINE",
                "0.0000000000001 | TOO_FINE",
                "\"0.0000000000001\" | TOO_FINE"
            })
    void what_is_no_usable_number_has_a_reason(String json, Rejection reason) {
        assertThat(read(json)).isEqualTo(new Figure(null, reason));
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, 1.5",
        "1e2, 100",
        "1.5e-7, 0.00000015",
        "-3, -3",
        "\"60000.10\", 60000.10",
        "0.50000000000000000000, 0.5",
        "0, 0"
    })
    void numbers_are_exact_whether_written_as_text_or_not(String json, BigDecimal expected) {
        assertThat(read(json).value()).isEqualByComparingTo(expected);
        assertThat(read(json).value().scale()).isBetween(0, Figure.MAX_DECIMALS);
    }

    @Test
    void nothing_said_is_absent_and_zero_may_mean_that_too() {
        assertThat(read("null")).isEqualTo(Figure.ABSENT);
        assertThat(Figure.of(VenueJson.read("{}").path("x"))).isEqualTo(Figure.ABSENT);
        assertThat(Figure.unlessZero(VenueJson.read("0.00"))).isEqualTo(Figure.ABSENT);
        assertThat(Figure.unlessZero(VenueJson.read("-1")).value()).isEqualByComparingTo("-1");
    }

    @Property
    void every_price_of_the_world_is_read_as_it_is(
            @ForAll @Scale(12) @BigRange(min = "-999999999999999", max = "999999999999999") BigDecimal number) {
        assertThat(read(number.toString()).value()).isEqualByComparingTo(number);
        assertThat(read("\"" + number.toPlainString() + "\"").value()).isEqualByComparingTo(number);
    }
}
