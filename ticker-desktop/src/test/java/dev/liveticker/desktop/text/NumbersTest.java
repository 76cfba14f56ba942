package dev.liveticker.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    private static final List<Locale> LOCALES = Stream.of(Locale.getAvailableLocales())
            .sorted((a, b) -> a.toString().compareTo(b.toString()))
            .toList();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "en    | 1234.50     | 1234.50",
                "en    | 1,234.50    | 1234.50",
                "en    | 1,234,567   | 1234567",
                "en    | 1 234 567.5 | 1234567.5",
                "en    | 1'234'567.5 | 1234567.5",
                "en    | .5          | 0.5",
                "en    | 0.00001234  | 0.00001234",
                "en    | +0.79       | 0.79",
                "en    | -0.44       | -0.44",
                "en    | \u22120.44  | -0.44",
                "en    | \u2212 12   | -12",
                "en    | 0.42%       | 0.42",
                "en    | 0.42 %      | 0.42",
                "en    | 1.24M       | 1240000",
                "en    | 5k          | 5000",
                "en    | 12.35 B     | 12350000000",
                "en    | 5,100.00T   | 5100000000000000",
                "en    | \uFF11\uFF12\uFF0E\uFF15 | 12.5",
                "de    | 1.234,50    | 1234.50",
                "de    | 1.500       | 1500",
                "de    | 1,500       | 1.500",
                "de    | ,5          | 0.5",
                "de-CH | 1\u2019234.50 | 1234.50",
                "de-CH | 1'234.50    | 1234.50",
                "fr    | 1\u202F234,50 | 1234.50",
                "fr    | 1\u00A0234,50 | 1234.50",
                "ar-EG | \u0661\u066C\u0662\u0663\u0664\u066B\u0665\u0660 | 1234.50",
                "ar-EG | 12.5        | 12.5",
                "en    | \u200E-3    | -3"
            })
    void what_people_type_is_read(String locale, String text, BigDecimal number) {
        assertThat(Numbers.parse(text, Locale.forLanguageTag(locale))).contains(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "en | 1,5",
                "en | 1,50",
                "en | 12,34.5",
                "en | 1234,567",
                "en | 0,125",
                "en | 1,234 567",
                "en | 1.2.3",
                "en | 1.234,5",
                "en | ,5",
                "en | 5.",
                "en | 1e5",
                "en | 1E999999999",
                "en | 0x10",
                "en | NaN",
                "en | Infinity",
                "en | --1",
                "en | +-1",
                "en | 1-",
                "en | 5KM",
                "en | 5K%",
                "en | %",
                "en | K",
                "en | .",
                "en | -",
                "en | \u2013",
                "en | 12 USD",
                "en | 1  234",
                "en | \u0661\u0662",
                "de | 1.5",
                "de | 189.25",
                "de | 0.125",
                "fr | 12.5"
            })
    void what_is_no_number_or_could_be_another_is_refused(String locale, String text) {
        assertThat(Numbers.parse(text, Locale.forLanguageTag(locale))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "\t"})
    void nothing_is_no_number(String text) {
        assertThat(Numbers.parse(text, Locale.US)).isEmpty();
    }

    @Test
    void a_number_is_as_long_as_a_person_writes_and_no_longer() {
        assertThat(Numbers.parse("1".repeat(Numbers.LONGEST), Locale.US)).isPresent();
        assertThat(Numbers.parse("1".repeat(Numbers.LONGEST + 1), Locale.US)).isEmpty();
        assertThat(Numbers.parse("0." + "1".repeat(Numbers.MOST_DECIMALS), Locale.US))
                .isPresent();
        assertThat(Numbers.parse("0." + "1".repeat(Numbers.MOST_DECIMALS + 1), Locale.US))
                .isEmpty();
    }

    @Property
    void a_price_is_read_again_as_it_is_in_every_locale(
            @ForAll("locales") Locale locale,
            @ForAll @Scale(10) @BigRange(min = "-50000000000", max = "50000000000") BigDecimal price,
            @ForAll @IntRange(max = 8) int decimals) {
        PriceFormat format = PriceFormat.of(decimals, locale);
        assertSame(format.price(price), locale, price);
        assertSame(format.signed(price), locale, price);
        assertSame("\u00A0" + format.price(price) + " ", locale, price);
        assertSame(Quantity.exact(price, locale), locale, price);
        assertSame(Numbers.editable(price, locale), locale, price);
    }

    @Property
    void an_amount_is_read_again_as_it_is_shown_in_every_locale(
            @ForAll("locales") Locale locale,
            @ForAll @Scale(2) @BigRange(min = "-50000000000", max = "50000000000") BigDecimal amount) {
        assertSame(MoneyFormat.of("EUR", locale).amount(amount), locale, amount);
        assertSame(MoneyFormat.of("EUR", locale).signed(amount), locale, amount);
        assertSame(PriceFormat.percent(amount, locale), locale, amount.abs());
        assertSame(PriceFormat.signedPercent(amount, locale), locale, amount);
    }

    @Property
    void a_brief_quantity_is_read_again_as_it_is_shown_in_every_locale(
            @ForAll("locales") Locale locale,
            @ForAll @Scale(4) @BigRange(min = "-9000000000000000", max = "9000000000000000") BigDecimal quantity) {
        String shown = Quantity.brief(quantity, locale);
        BigDecimal read = Numbers.parse(shown, locale).orElseThrow(() -> new AssertionError(locale + " " + shown));
        assertThat(read.subtract(quantity).abs())
                .isLessThanOrEqualTo(quantity.abs().movePointLeft(2).max(new BigDecimal("0.005")));
    }

    @Property(tries = 5_000)
    void no_text_whatever_makes_it_fail(@ForAll("locales") Locale locale, @ForAll @StringLength(max = 70) String text) {
        check(Numbers.parse(text, locale));
    }

    @Property(tries = 5_000)
    void no_text_of_what_numbers_are_made_of_makes_it_fail(
            @ForAll("locales") Locale locale, @ForAll("numberLike") String text) {
        check(Numbers.parse(text, locale));
    }

    @Provide
    Arbitrary<Locale> locales() {
        return Arbitraries.of(LOCALES);
    }

    @Provide
    Arbitrary<String> numberLike() {
        return Arbitraries.strings()
                .withChars("0123456789.,'+-%KMBTkmbteE \u00A0\u202F\u2019\u2212\u066B\u066C\u0661\uFF11\uFF0E")
                .ofMaxLength(24);
    }

    private static void check(Optional<BigDecimal> number) {
        number.ifPresent(value -> {
            assertThat(value.scale()).isBetween(0, Numbers.MOST_DECIMALS);
            assertThat(value.precision()).isLessThan(Numbers.LONGEST + Numbers.MOST_DECIMALS);
        });
    }

    private static void assertSame(String shown, Locale locale, BigDecimal number) {
        assertThat(Numbers.parse(shown, locale))
                .as("%s in %s", shown, locale)
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(number));
    }
}
