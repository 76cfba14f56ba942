package dev.liveticker.server.market.calendar;

import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;

/**
 * The holidays of the New York Stock Exchange (its Rule 7.2) and its closes at 13:00, by rule, so that no list ends. A
 * holiday on a Sunday is kept on the Monday after and one on a Saturday on the Friday before, but not New Year's Day,
 * whose Friday ends a year. Closes for mourning, storms and the like are not foreseen.
 */
final class NewYorkHolidays implements Holidays {

    private static final LocalTime EARLY = LocalTime.of(13, 0);

    /** The first years of the two youngest holidays. */
    private static final int KING_SINCE = 1998;

    private static final int JUNETEENTH_SINCE = 2022;

    @Override
    public boolean closedOn(LocalDate date) {
        int year = date.getYear();
        return switch (date.getMonth()) {
            case JANUARY -> newYear(date) || (year >= KING_SINCE && isNth(date, 3, DayOfWeek.MONDAY));
            case FEBRUARY -> isNth(date, 3, DayOfWeek.MONDAY);
            case MARCH, APRIL -> date.equals(Easter.goodFriday(year));
            case MAY -> date.equals(date.with(lastInMonth(DayOfWeek.MONDAY)));
            case JUNE -> year >= JUNETEENTH_SINCE && date.equals(kept(LocalDate.of(year, Month.JUNE, 19)));
            case JULY -> date.equals(kept(LocalDate.of(year, Month.JULY, 4)));
            case SEPTEMBER -> isNth(date, 1, DayOfWeek.MONDAY);
            case NOVEMBER -> isNth(date, 4, DayOfWeek.THURSDAY);
            case DECEMBER -> date.equals(kept(LocalDate.of(year, Month.DECEMBER, 25)));
            case AUGUST, OCTOBER -> false;
        };
    }

    /** 13:00 the day after Thanksgiving, and the day before Independence Day and Christmas if both are weekdays. */
    @Override
    public LocalTime close(LocalDate date, LocalTime usual) {
        boolean dayAfterThanksgiving =
                date.getMonth() == Month.NOVEMBER && isNth(date.minusDays(1), 4, DayOfWeek.THURSDAY);
        boolean eve = (date.getMonth() == Month.JULY && date.getDayOfMonth() == 3)
                || (date.getMonth() == Month.DECEMBER && date.getDayOfMonth() == 24);
        boolean beforeWeekday = date.getDayOfWeek().getValue() <= DayOfWeek.THURSDAY.getValue();
        return dayAfterThanksgiving || (eve && beforeWeekday) ? EARLY : usual;
    }

    private static boolean newYear(LocalDate date) {
        return date.getDayOfYear() == 1 || (date.getDayOfYear() == 2 && date.getDayOfWeek() == DayOfWeek.MONDAY);
    }

    private static LocalDate kept(LocalDate holiday) {
        return switch (holiday.getDayOfWeek()) {
            case SATURDAY -> holiday.minusDays(1);
            case SUNDAY -> holiday.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> holiday;
        };
    }

    private static boolean isNth(LocalDate date, int n, DayOfWeek day) {
        return date.equals(date.with(dayOfWeekInMonth(n, day)));
    }
}
