package dev.liveticker.desktop.portfolio;

import dev.liveticker.desktop.text.Numbers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the numbers of one file are written: with a decimal point or with a decimal comma. A file that is parted by
 * commas uses the point. Any other uses what all of its numbers can be read by; where both can be, and it makes a
 * difference, one cannot know.
 *
 * @param locale by whose rules they are read
 * @param ambiguous a number that could be another; absent if there is none
 */
record CsvNumbers(Locale locale, Optional<String> ambiguous) {

    /** @param numbers every number of the file, as it is written */
    static CsvNumbers of(char delimiter, List<String> numbers) {
        if (delimiter == ',') {
            return new CsvNumbers(Locale.ENGLISH, Optional.empty());
        }
        long withPoint = count(numbers, Locale.ENGLISH);
        long withComma = count(numbers, Locale.GERMAN);
        if (withPoint != withComma) {
            return new CsvNumbers(withPoint > withComma ? Locale.ENGLISH : Locale.GERMAN, Optional.empty());
        }
        return new CsvNumbers(
                Locale.ENGLISH, numbers.stream().filter(CsvNumbers::isAmbiguous).findFirst());
    }

    Optional<BigDecimal> parse(String text) {
        return Numbers.parse(text, locale);
    }

    private static long count(List<String> numbers, Locale locale) {
        return numbers.stream()
                .filter(number -> Numbers.parse(number, locale).isPresent())
                .count();
    }

    private static boolean isAmbiguous(String number) {
        Optional<BigDecimal> withPoint = Numbers.parse(number, Locale.ENGLISH);
        Optional<BigDecimal> withComma = Numbers.parse(number, Locale.GERMAN);
        return withPoint.isPresent() && withComma.isPresent() && withPoint.get().compareTo(withComma.get()) != 0;
    }
}
