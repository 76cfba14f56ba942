package dev.liveticker.server.market.calendar;

import java.time.LocalDate;
import java.time.LocalTime;

/** On which days an exchange does not trade, or less long; weekends are apart. */
interface Holidays {

    /** Whether it stays closed on this weekday. */
    boolean closedOn(LocalDate date);

    /** When it closes on a day on which it opens. */
    LocalTime close(LocalDate date, LocalTime usual);
}
