package dev.liveticker.server.market.calendar;

import dev.liveticker.model.MicroTime;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Hours without a close. A new trading day begins all the same, so that each has a high and a low. */
enum RoundTheClock implements TradingHours {
    /** A day begins at midnight in New York. */
    STOCKS(ActivityPattern.STOCKS, ActivityPattern.NEW_YORK, 0),

    /** A day begins at 17:00 in New York, as it does among banks. */
    CURRENCIES(ActivityPattern.CURRENCIES, ActivityPattern.NEW_YORK, 7),

    /** A day begins at midnight UTC. */
    CRYPTO(ActivityPattern.CRYPTO, ZoneOffset.UTC, 0);

    private final ActivityPattern pattern;
    private final ZoneId zone;
    private final int hoursAhead;

    RoundTheClock(ActivityPattern pattern, ZoneId zone, int hoursAhead) {
        this.pattern = pattern;
        this.zone = zone;
        this.hoursAhead = hoursAhead;
    }

    @Override
    public Stretch at(long micros) {
        long minute = Math.floorDiv(micros, Stretch.MINUTE) * Stretch.MINUTE;
        int activity = (int) Math.round(Stretch.AVERAGE * pattern.at(MicroTime.instant(minute)));
        long day = LocalDateTime.ofInstant(MicroTime.instant(minute), zone)
                .plusHours(hoursAhead)
                .toLocalDate()
                .toEpochDay();
        return Stretch.minute(micros, Phase.REGULAR, activity, day, "it trades round the clock");
    }

    @Override
    public double secondsADay() {
        return 86_400;
    }

    @Override
    public double nightShare() {
        return 0;
    }
}
