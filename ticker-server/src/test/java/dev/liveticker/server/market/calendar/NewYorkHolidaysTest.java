package dev.liveticker.server.market.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the dates that the exchange published. */
class NewYorkHolidaysTest {

    private static final LocalTime FOUR = LocalTime.of(16, 0);

    private final NewYorkHolidays holidays = new NewYorkHolidays();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2011 | 01-17 02-21 04-22 05-30 07-04 09-05 11-24 12-26",
                "2015 | 01-01 01-19 02-16 04-03 05-25 07-03 09-07 11-26 12-25",
                "2021 | 01-01 01-18 02-15 04-02 05-31 07-05 09-06 11-25 12-24",
                "2022 | 01-17 02-21 04-15 05-30 06-20 07-04 09-05 11-24 12-26",
                "2023 | 01-02 01-16 02-20 04-07 05-29 06-19 07-04 09-04 11-23 12-25",
                "2024 | 01-01 01-15 02-19 03-29 05-27 06-19 07-04 09-02 11-28 12-25",
                "2026 | 01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25",
            })
    void the_exchange_is_closed_on_its_holidays_and_on_no_other_weekday(int year, String dates) {
        List<LocalDate> closed = weekdays(year).filter(holidays::closedOn).toList();

        assertThat(closed)
                .containsExactlyElementsOf(Stream.of(dates.split(" "))
                        .map(date -> LocalDate.parse(year + "-" + date))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2014 | 07-03 11-28 12-24",
                "2015 | 11-27 12-24",
                "2021 | 11-26",
                "2022 | 11-25",
                "2023 | 07-03 11-24",
                "2024 | 07-03 11-29 12-24",
                "2026 | 11-27 12-24",
            })
    void it_closes_at_one_on_the_eves_that_it_says(int year, String dates) {
        List<LocalDate> early = weekdays(year)
                .filter(date -> !holidays.closedOn(date))
                .filter(date -> !holidays.close(date, FOUR).equals(FOUR))
                .toList();

        assertThat(early)
                .containsExactlyElementsOf(Stream.of(dates.split(" "))
                        .map(date -> LocalDate.parse(year + "-" + date))
                        .toList())
                .allSatisfy(date -> assertThat(holidays.close(date, FOUR)).isEqualTo(LocalTime.of(13, 0)));
    }

    @Test
    void easter_is_when_the_church_says() {
        assertThat(Stream.of(1961, 2000, 2008, 2011, 2024, 2025, 2038, 2049).map(Easter::sunday))
                .containsExactly(
                        LocalDate.of(1961, 4, 2),
                        LocalDate.of(2000, 4, 23),
                        LocalDate.of(2008, 3, 23),
                        LocalDate.of(2011, 4, 24),
                        LocalDate.of(2024, 3, 31),
                        LocalDate.of(2025, 4, 20),
                        LocalDate.of(2038, 4, 25),
                        LocalDate.of(2049, 4, 18));
    }

    private static Stream<LocalDate> weekdays(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(date -> date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY);
    }
}
