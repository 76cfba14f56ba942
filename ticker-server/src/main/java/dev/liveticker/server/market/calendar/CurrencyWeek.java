package dev.liveticker.server.market.calendar;

import dev.liveticker.model.MicroTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * Hours without a break from Sunday 17:00 to Friday 17:00 in New York, the week of the currency market. A trading day
 * begins at 17:00 and is called by the date it ends on.
 */
enum CurrencyWeek implements TradingHours {
    CURRENCIES(ActivityPattern.CURRENCIES),
    FUTURES(ActivityPattern.FUTURES);

    /** From 17:00 to midnight. */
    private static final int HOURS_AHEAD = 7;

    private final ActivityPattern pattern;

    CurrencyWeek(ActivityPattern pattern) {
        this.pattern = pattern;
    }

    @Override
    public Stretch at(long micros) {
        LocalDate date = LocalDateTime.ofInstant(MicroTime.instant(micros), ActivityPattern.NEW_YORK)
                .plusHours(HOURS_AHEAD)
                .toLocalDate();
        if (date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY) {
            LocalDate saturday = date.getDayOfWeek() == DayOfWeek.SATURDAY ? date : date.minusDays(1);
            LocalDate friday = saturday.minusDays(1);
            return new Stretch(
                    begin(saturday),
                    begin(saturday.plusDays(2)),
                    Phase.CLOSED,
                    0,
                    friday.toEpochDay(),
                    "weekend, until Sunday 17:00 in New York");
        }
        long minute = Math.floorDiv(micros, Stretch.MINUTE) * Stretch.MINUTE;
        int activity = (int) Math.round(Stretch.AVERAGE * pattern.at(MicroTime.instant(minute)));
        return Stretch.minute(micros, Phase.REGULAR, activity, date.toEpochDay(), "the week of currencies has begun");
    }

    @Override
    public double secondsADay() {
        return 86_400;
    }

    @Override
    public double nightShare() {
        return 0;
    }

    private static long begin(LocalDate tradingDay) {
        return MicroTime.of(tradingDay
                .atStartOfDay()
                .minusHours(HOURS_AHEAD)
                .atZone(ActivityPattern.NEW_YORK)
                .toInstant());
    }
}
