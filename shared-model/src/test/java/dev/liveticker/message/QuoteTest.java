package dev.liveticker.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteTest {

    private static Quote quote(@Nullable BigDecimal last, @Nullable BigDecimal close) {
        return new Quote(Symbol.of("A"), 1, 1, null, null, null, null, last, null, null, null, null, null, close, null);
    }

    @ParameterizedTest
    @CsvSource({
        "189.25, 188.46, 0.79, 0.4192",
        "188.46, 188.46, 0.00, 0.0000",
        "50, 100, -50, -50.0000",
        "2, 3, -1, -33.3333",
        "100.00005, 100, 0.00005, 0.0001",
        "0, 7, -7, -100.0000",
    })
    void the_change_is_since_the_previous_close(
            BigDecimal last, BigDecimal close, BigDecimal change, BigDecimal percent) {
        assertThat(quote(last, close).change()).isEqualTo(change);
        assertThat(quote(last, close).changePercent()).isEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource({",", "1,", ",1", "1,0", "1,0.00"})
    void without_both_prices_or_over_a_close_of_nothing_there_is_no_change(
            @Nullable BigDecimal last, @Nullable BigDecimal close) {
        assertThat(quote(last, close).change()).isNull();
        assertThat(quote(last, close).changePercent()).isNull();
    }
}
