package dev.liveticker.server.market.calendar;

import java.time.LocalDate;

/** The feast that others are counted from. */
final class Easter {

    private Easter() {}

    /**
     * Easter Sunday in the Gregorian calendar (the "anonymous" algorithm, Meeus 1991, Astronomical Algorithms, ch. 8).
     */
    static LocalDate sunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int g = (8 * b + 13) / 25;
        int h = (19 * a + b - b / 4 - g + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }

    static LocalDate goodFriday(int year) {
        return sunday(year).minusDays(2);
    }
}
