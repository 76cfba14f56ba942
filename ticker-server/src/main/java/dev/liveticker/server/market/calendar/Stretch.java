package dev.liveticker.server.market.calendar;

/**
 * A stretch of time in which neither the phase nor the activity changes: a minute while there is trading, a whole night
 * or weekend while there is none. Times in microseconds since the Unix epoch.
 *
 * @param from where it begins
 * @param until where the next one begins
 * @param activity how busy it is, in thousandths of the average; 0 while closed
 * @param day the trading day it belongs to, as days since the epoch; the last one while closed
 * @param reason why it is so, for people
 */
public record Stretch(long from, long until, Phase phase, int activity, long day, String reason) {

    /** Activity of the average. */
    public static final int AVERAGE = 1_000;

    static final long MINUTE = 60_000_000;

    /** The minute that holds this time. */
    static Stretch minute(long micros, Phase phase, int activity, long day, String reason) {
        long from = Math.floorDiv(micros, MINUTE) * MINUTE;
        return new Stretch(from, from + MINUTE, phase, activity, day, reason);
    }
}
