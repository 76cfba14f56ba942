package dev.liveticker.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "0,       0",
        "853,     853",
        "12.345,  12.35",
        "999,     999",
        "1000,    1.00K",
        "1240,    1.24K",
        "999994,  999.99K",
        "999996,  1.00M",
        "1234567, 1.23M",
        "7210000000, 7.21B",
        "5.1E15,  '5,100.00T'",
        "-1240,   \u22121.24K"
    })
    void a_quantity_is_short_in_a_column(BigDecimal quantity, String shown) {
        assertThat(Quantity.brief(quantity, Locale.US)).isEqualTo(shown);
    }

    @Test
    void what_a_person_owns_is_shown_to_the_last_decimal() {
        assertThat(Quantity.exact(new BigDecimal("1240.00"), Locale.US)).isEqualTo("1,240");
        assertThat(Quantity.exact(new BigDecimal("0.00012345"), Locale.US)).isEqualTo("0.00012345");
        assertThat(Quantity.exact(new BigDecimal("-3"), Locale.US)).isEqualTo("\u22123");
    }
}
