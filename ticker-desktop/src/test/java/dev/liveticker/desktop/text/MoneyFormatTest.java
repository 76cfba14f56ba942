package dev.liveticker.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MoneyFormatTest {

    private static final BigDecimal AMOUNT = new BigDecimal("1892.505");

    @Test
    void an_amount_has_the_decimals_of_its_currency() {
        assertThat(MoneyFormat.of("USD", Locale.US).amount(AMOUNT)).isEqualTo("1,892.51");
        assertThat(MoneyFormat.of("JPY", Locale.US).amount(AMOUNT)).isEqualTo("1,893");
        assertThat(MoneyFormat.of("EUR", Locale.GERMANY).amount(AMOUNT)).isEqualTo("1.892,51");
    }

    @Test
    void a_currency_nobody_knows_has_two_decimals() {
        assertThat(MoneyFormat.of("", Locale.US).amount(AMOUNT)).isEqualTo("1,892.51");
        assertThat(MoneyFormat.of("XXX", Locale.US).amount(AMOUNT)).isEqualTo("1,892.51");
        assertThat(MoneyFormat.of("GBp", Locale.US).amount(AMOUNT)).isEqualTo("1,892.51");
    }

    @Test
    void what_is_shown_as_nothing_has_no_sign() {
        MoneyFormat dollars = MoneyFormat.of("USD", Locale.US);
        assertThat(dollars.signed(new BigDecimal("0.004"))).isEqualTo("0.00");
        assertThat(dollars.signed(new BigDecimal("-0.004"))).isEqualTo("0.00");
        assertThat(dollars.amount(new BigDecimal("-0.004"))).isEqualTo("0.00");
        assertThat(dollars.signed(new BigDecimal("12"))).isEqualTo("+12.00");
        assertThat(dollars.signed(new BigDecimal("-0.44"))).isEqualTo("\u22120.44");
    }
}
