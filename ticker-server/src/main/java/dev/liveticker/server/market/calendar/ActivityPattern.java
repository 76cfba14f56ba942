package dev.liveticker.server.market.calendar;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** How activity goes over 24 hours: the average is 1. */
enum ActivityPattern {

    /** Stocks that trade round the clock: busiest in New York's session, and never so quiet that nothing moves. */
    STOCKS {
        @Override
        double at(Instant time) {
            return aroundTheSession(time, 0.8);
        }
    },

    /** What moves stocks, such as index futures do: a fifth of it happens outside New York's session. */
    FUTURES {
        @Override
        double at(Instant time) {
            return aroundTheSession(time, 0.3);
        }
    },

    /** Currencies: busiest while both London and New York are at work (Andersen and Bollerslev 1998). */
    CURRENCIES {
        @Override
        double at(Instant time) {
            return wave(time, 0.5, 14);
        }
    },

    /** Crypto: a mild wave that follows the waking hours of Europe and America. */
    CRYPTO {
        @Override
        double at(Instant time) {
            return wave(time, 0.3, 16);
        }
    };

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final int OPEN = LocalTime.of(9, 30).toSecondOfDay() / 60;
    private static final int SESSION_MINUTES = 390;
    private static final int DAY_MINUTES = 1_440;

    /** Height of the level between the rushes, of the rush at the open and of the one at the close. */
    private static final double FLOOR = 0.6;

    private static final double OPENING_RUSH = 1.4;
    private static final double CLOSING_RUSH = 0.9;

    /** How long a rush lasts, as a share of the session. */
    private static final double RUSH = 0.07;

    private static final double MEAN = FLOOR + (OPENING_RUSH + CLOSING_RUSH) * RUSH;

    /** Activity at this time, where the average over a day is 1. */
    abstract double at(Instant time);

    /**
     * The U over a session: lively after the open, quiet at noon, lively before the close (Wood, McInish and Ord 1985,
     * An investigation of transactions data for NYSE stocks; the open is the busiest, a "reverse J"). Here {@code 0.6 +
     * 1.4 exp(-x / 0.07) + 0.9 exp(-(1 - x) / 0.07)}, divided by its mean.
     *
     * @param x how much of the session is over, from 0 to 1
     */
    static double session(double x) {
        double rush = OPENING_RUSH * StrictMath.exp(-x / RUSH) + CLOSING_RUSH * StrictMath.exp(-(1 - x) / RUSH);
        return (FLOOR + rush) / MEAN;
    }

    private static double aroundTheSession(Instant time, double outside) {
        int minute = time.atZone(NEW_YORK).toLocalTime().toSecondOfDay() / 60;
        if (minute < OPEN || minute >= OPEN + SESSION_MINUTES) {
            return outside;
        }
        double level = (DAY_MINUTES - (DAY_MINUTES - SESSION_MINUTES) * outside) / SESSION_MINUTES;
        return level * session((minute - OPEN + 0.5) / SESSION_MINUTES);
    }

    private static double wave(Instant time, double height, int busiestHour) {
        double hour = time.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / 3_600.0;
        return 1 + height * StrictMath.cos(2 * Math.PI * (hour - busiestHour) / 24);
    }
}
