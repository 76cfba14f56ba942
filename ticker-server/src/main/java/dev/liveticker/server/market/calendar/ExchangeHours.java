package dev.liveticker.server.market.calendar;

import dev.liveticker.model.MicroTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The hours of a stock exchange: a session on each weekday that is no holiday, in its own zone with its summer time.
 *
 * @param early when thin trading begins; the open, where there is none
 */
record ExchangeHours(String name, ZoneId zone, LocalTime early, LocalTime open, LocalTime close, Holidays holidays)
        implements TradingHours {

    /** 9:30 to 16:00, from 4:00 thinly. */
    static final ExchangeHours NEW_YORK = new ExchangeHours(
            "NEW_YORK",
            ActivityPattern.NEW_YORK,
            LocalTime.of(4, 0),
            LocalTime.of(9, 30),
            LocalTime.of(16, 0),
            new NewYorkHolidays());

    /** 9:00 to 17:30 in Paris and Frankfurt, which is also London's day. */
    static final ExchangeHours EUROPE = new ExchangeHours(
            "EUROPE",
            ZoneId.of("Europe/Paris"),
            LocalTime.of(9, 0),
            LocalTime.of(9, 0),
            LocalTime.of(17, 30),
            FixedHolidays.EUROPE);

    /** 9:00 to 15:30, without the break at noon. */
    static final ExchangeHours TOKYO = new ExchangeHours(
            "TOKYO",
            ZoneId.of("Asia/Tokyo"),
            LocalTime.of(9, 0),
            LocalTime.of(9, 0),
            LocalTime.of(15, 30),
            FixedHolidays.TOKYO);

    /** How busy the time before the session is. */
    private static final double THIN = 0.05;

    /** An exchange's night moves an instrument by itself about this much, in shares of a day's variance. */
    private static final double NIGHT_SHARE = 0.15;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    /** The exchange at which what is paid in this currency is at home. */
    static ExchangeHours of(String currency) {
        return switch (currency) {
            case "EUR", "GBP", "CHF", "DKK", "SEK", "NOK", "PLN", "CZK", "HUF" -> EUROPE;
            case "JPY" -> TOKYO;
            default -> NEW_YORK;
        };
    }

    @Override
    public Stretch at(long micros) {
        LocalDate date = MicroTime.instant(micros).atZone(zone).toLocalDate();
        if (!trades(date) || micros < at(date, early)) {
            return night(last(date.minusDays(1)));
        }
        long opens = at(date, open);
        long closes = at(date, holidays.close(date, close));
        if (micros >= closes) {
            return night(date);
        }
        if (micros < opens) {
            int thin = (int) Math.round(Stretch.AVERAGE * THIN);
            return Stretch.minute(micros, Phase.PRE_MARKET, thin, date.toEpochDay(), "pre-market");
        }
        long minutes = (closes - opens) / Stretch.MINUTE;
        long minute = (micros - opens) / Stretch.MINUTE;
        double over = (minute + 0.5) / minutes;
        int activity = (int) Math.round(Stretch.AVERAGE * ActivityPattern.session(over));
        return Stretch.minute(micros, Phase.REGULAR, activity, date.toEpochDay(), "regular trading");
    }

    @Override
    public double secondsADay() {
        int regular = close.toSecondOfDay() - open.toSecondOfDay();
        int thin = open.toSecondOfDay() - early.toSecondOfDay();
        return regular + THIN * thin;
    }

    @Override
    public double nightShare() {
        return NIGHT_SHARE;
    }

    /** What follows the session of this day. */
    private Stretch night(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!trades(next)) {
            next = next.plusDays(1);
        }
        return new Stretch(
                at(day, holidays.close(day, close)),
                at(next, early),
                Phase.CLOSED,
                0,
                day.toEpochDay(),
                "closed until " + TIME.format(next.atTime(early)) + " " + zone);
    }

    /** The newest day with a session up to this one. */
    private LocalDate last(LocalDate date) {
        LocalDate day = date;
        while (!trades(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private boolean trades(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY
                && date.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.closedOn(date);
    }

    private long at(LocalDate date, LocalTime time) {
        return MicroTime.of(date.atTime(time).atZone(zone).toInstant());
    }
}
