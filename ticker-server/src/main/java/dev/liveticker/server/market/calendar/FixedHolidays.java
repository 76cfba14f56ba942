package dev.liveticker.server.market.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;

/**
 * Holidays that most exchanges of a region share; each exchange's own ones and shorter days are left out.
 *
 * @param easter whether Good Friday and Easter Monday are among them
 * @param days those on the same day each year, wherever in the week
 */
record FixedHolidays(boolean easter, Set<MonthDay> days) implements Holidays {

    /** Those of TARGET, the euro's payment system, which Euronext keeps too. */
    static final FixedHolidays EUROPE = new FixedHolidays(
            true,
            Set.of(
                    MonthDay.of(Month.JANUARY, 1),
                    MonthDay.of(Month.MAY, 1),
                    MonthDay.of(Month.DECEMBER, 25),
                    MonthDay.of(Month.DECEMBER, 26)));

    /** The turn of the year in Tokyo; national holidays, some of which follow the moon and the sun, are left out. */
    static final FixedHolidays TOKYO = new FixedHolidays(
            false,
            Set.of(
                    MonthDay.of(Month.DECEMBER, 31),
                    MonthDay.of(Month.JANUARY, 1),
                    MonthDay.of(Month.JANUARY, 2),
                    MonthDay.of(Month.JANUARY, 3)));

    @Override
    public boolean closedOn(LocalDate date) {
        return days.contains(MonthDay.from(date)) || (easter && aroundEaster(date));
    }

    @Override
    public LocalTime close(LocalDate date, LocalTime usual) {
        return usual;
    }

    private static boolean aroundEaster(LocalDate date) {
        LocalDate sunday = Easter.sunday(date.getYear());
        return date.equals(sunday.minusDays(2)) || date.equals(sunday.plusDays(1));
    }
}
