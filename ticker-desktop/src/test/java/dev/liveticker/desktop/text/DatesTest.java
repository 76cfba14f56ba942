package dev.liveticker.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    @Test
    void a_date_is_written_as_the_locale_does_with_the_year_in_full() {
        assertThat(Dates.write(DAY, Locale.US)).isEqualTo("3/5/2026");
        assertThat(Dates.write(DAY, Locale.GERMANY)).isEqualTo("05.03.2026");
    }

    @Test
    void a_date_is_read_with_one_digit_or_two_and_by_iso_8601() {
        assertThat(Dates.parse("5.3.2026", Locale.GERMANY)).contains(DAY);
        assertThat(Dates.parse(" 05.03.2026 ", Locale.GERMANY)).contains(DAY);
        assertThat(Dates.parse("03/05/2026", Locale.US)).contains(DAY);
        assertThat(Dates.parse("2026-03-05", Locale.US)).contains(DAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5.3.26", "30.2.2026", "5/3/2026", "32.1.2026", "2026-3-5", "5.3.2026 x", "yesterday"})
    void what_is_no_day_or_could_be_another_is_refused(String text) {
        assertThat(Dates.parse(text, Locale.GERMANY)).isEmpty();
    }

    @Property
    void what_is_written_is_read_again_in_every_locale(
            @ForAll("locales") Locale locale, @ForAll @IntRange(max = 400_000) int days) {
        LocalDate date = LocalDate.of(1900, 1, 1).plusDays(days);
        String written = Dates.write(date, locale);
        assertThat(Dates.parse(written, locale)).as("%s in %s", written, locale).contains(date);
    }

    @Property
    void no_text_whatever_makes_it_fail(@ForAll("locales") Locale locale, @ForAll @StringLength(max = 60) String text) {
        assertThat(Dates.parse(text, locale)).isNotNull();
    }

    @Provide
    Arbitrary<Locale> locales() {
        return Arbitraries.of(Locale.getAvailableLocales());
    }
}
