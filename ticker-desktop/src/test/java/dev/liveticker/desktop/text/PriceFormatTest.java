package dev.liveticker.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class PriceFormatTest {

    private final PriceFormat cents = PriceFormat.of(2, Locale.US);

    @Test
    void a_price_has_the_decimals_of_its_tick_size() {
        assertThat(cents.price(new BigDecimal("189.2"))).isEqualTo("189.20");
        assertThat(PriceFormat.of(5, Locale.US).price(new BigDecimal("1.0843"))).isEqualTo("1.08430");
        assertThat(PriceFormat.of(0, Locale.US).price(new BigDecimal("38915"))).isEqualTo("38,915");
    }

    @Test
    void a_price_below_a_cent_is_never_rounded_to_nothing() {
        assertThat(cents.price(new BigDecimal("0.00001234"))).isEqualTo("0.00001234");
    }

    @Test
    void a_change_has_its_sign_and_none_has_none() {
        assertThat(cents.signed(new BigDecimal("0.79"))).isEqualTo("+0.79");
        assertThat(cents.signed(new BigDecimal("-0.44"))).isEqualTo("\u22120.44");
        assertThat(cents.signed(new BigDecimal("0.00"))).isEqualTo("0.00");
    }

    @Test
    void numbers_follow_the_locale() {
        assertThat(PriceFormat.of(2, Locale.GERMANY).price(new BigDecimal("1234.5")))
                .isEqualTo("1.234,50");
    }

    @Test
    void a_share_is_rounded_to_two_decimals_and_says_nothing_of_its_sign() {
        assertThat(PriceFormat.percent(new BigDecimal("-0.4185"), Locale.US)).isEqualTo("0.42%");
    }

    @Test
    void a_reading_of_the_scale_just_below_zero_is_no_minus_zero() {
        assertThat(cents.price(-0.0001)).isEqualTo("0.00");
        assertThat(cents.price(-0.01)).isEqualTo("\u22120.01");
    }

    @Test
    void a_reading_of_the_scale_keeps_its_minus_in_digits_of_any_script() {
        PriceFormat arabic = PriceFormat.of(0, Locale.forLanguageTag("ar-EG"));
        assertThat(arabic.price(-5.0)).isEqualTo("\u2212\u0665");
        assertThat(arabic.price(-0.1)).isEqualTo("\u0660");
    }

    @Test
    void an_average_is_rounded_to_the_decimals_of_the_tick_size() {
        assertThat(cents.rounded(new BigDecimal("16.33333333333333"))).isEqualTo("16.33");
        assertThat(cents.rounded(new BigDecimal("16.335"))).isEqualTo("16.34");
    }

    @Test
    void a_share_with_its_sign_has_none_where_it_is_shown_as_nothing() {
        assertThat(PriceFormat.signedPercent(new BigDecimal("0.4185"), Locale.US))
                .isEqualTo("+0.42%");
        assertThat(PriceFormat.signedPercent(new BigDecimal("-0.4185"), Locale.US))
                .isEqualTo("\u22120.42%");
        assertThat(PriceFormat.signedPercent(new BigDecimal("-0.004"), Locale.US))
                .isEqualTo("0.00%");
    }

    @Test
    void a_share_goes_neither_up_nor_down_where_it_is_shown_as_nothing() {
        assertThat(PriceFormat.percentSign(new BigDecimal("0.004"))).isZero();
        assertThat(PriceFormat.percentSign(new BigDecimal("0.005"))).isEqualTo(1);
        assertThat(PriceFormat.percentSign(new BigDecimal("-0.004"))).isZero();
        assertThat(PriceFormat.percentSign(new BigDecimal("-3"))).isEqualTo(-1);
    }

    @Property
    void what_is_shown_is_the_price_itself(
            @ForAll @Scale(8) @BigRange(min = "0", max = "500000") BigDecimal price,
            @ForAll @IntRange(max = 8) int decimals) {
        String shown = PriceFormat.of(decimals, Locale.US).price(price).replace(",", "");
        assertThat(new BigDecimal(shown)).isEqualByComparingTo(price);
    }
}
