package dev.liveticker.server.market;

import dev.liveticker.server.market.calendar.Phase;
import dev.liveticker.server.market.calendar.Stretch;
import dev.liveticker.server.market.calendar.TradingHours;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The minutes before a market's start, by trading hours: how busy each was, and which of them are a chart's past. Safe
 * in any thread.
 */
final class Past {

    /** A minute of average activity for each thousandth of it, in nanoseconds of activity. */
    static final long MINUTE = 60_000_000;

    /** With sessions: back beyond two trading days, whatever holidays lie between. */
    private static final int LONGEST = 10 * 1_440;

    private static final int DAY = 1_440;

    /** The minutes in which there was trading. Immutable: nobody writes into its arrays. */
    static final class Traded {
        private final int[] back;
        private final int[] activity;
        private final int session;
        private final int regular;
        private final long day;

        private Traded(int[] back, int[] activity, int session, int regular, long day) {
            this.back = back;
            this.activity = activity;
            this.session = session;
            this.regular = regular;
            this.day = day;
        }

        int count() {
            return back.length;
        }

        /** How many minutes before the end each begins; oldest first. */
        int back(int index) {
            return back[index];
        }

        /** How busy each was, in thousandths. */
        int activity(int index) {
            return activity[index];
        }

        /** Index of the first minute of the newest trading day. */
        int session() {
            return session;
        }

        /** Index of the first minute of that day's regular session; {@link #session} if there was none yet. */
        int regular() {
            return regular;
        }

        /** The newest trading day, as days since the epoch. */
        long day() {
            return day;
        }
    }

    private final boolean sessions;
    private final long end;
    private final Map<TradingHours, int[]> activities = new ConcurrentHashMap<>();
    private final Map<TradingHours, Traded> traded = new ConcurrentHashMap<>();

    /** @param end of the past: the start of a minute, microseconds since the Unix epoch */
    Past(boolean sessions, long end) {
        this.sessions = sessions;
        this.end = end;
    }

    boolean sessions() {
        return sessions;
    }

    long end() {
        return end;
    }

    /** How busy the minutes were, in thousandths, newest first, closed ones included. */
    int[] activity(TradingHours hours) {
        return activities.computeIfAbsent(hours, this::look);
    }

    /** The minutes that a chart begins with: the last 24 hours, or with a close each day the last two trading days. */
    Traded traded(TradingHours hours) {
        return traded.computeIfAbsent(hours, asked -> asked.roundTheClock() ? day(asked) : twoDays(asked));
    }

    private int[] look(TradingHours hours) {
        int[] activity = new int[sessions ? LONGEST : DAY];
        Stretch stretch = hours.at(end - MINUTE);
        for (int i = 0; i < activity.length; i++) {
            long minute = end - (i + 1) * MINUTE;
            if (minute < stretch.from()) {
                stretch = hours.at(minute);
            }
            activity[i] = stretch.activity();
        }
        return activity;
    }

    private Traded day(TradingHours hours) {
        int[] newestFirst = activity(hours);
        int[] back = new int[DAY];
        int[] activity = new int[DAY];
        for (int i = 0; i < DAY; i++) {
            back[i] = DAY - i;
            activity[i] = newestFirst[DAY - i - 1];
        }
        return new Traded(back, activity, 0, 0, hours.at(end).day());
    }

    private Traded twoDays(TradingHours hours) {
        int[] back = new int[2 * DAY];
        int[] activity = new int[2 * DAY];
        int at = back.length;
        int session = at;
        int regular = at;
        Stretch stretch = hours.at(end - MINUTE);
        long newest = stretch.day();
        long before = Long.MIN_VALUE;
        for (int i = 1; i <= LONGEST; i++) {
            long minute = end - i * MINUTE;
            if (minute < stretch.from()) {
                stretch = hours.at(minute);
            }
            if (!stretch.phase().trading()) {
                continue;
            }
            if (stretch.day() != newest && before == Long.MIN_VALUE) {
                before = stretch.day();
            }
            if ((stretch.day() != newest && stretch.day() != before) || at == 0) {
                break;
            }
            at--;
            back[at] = i;
            activity[at] = stretch.activity();
            if (stretch.day() == newest) {
                session = at;
                regular = stretch.phase() == Phase.REGULAR ? at : regular;
            }
        }
        int first = regular == back.length ? session : regular;
        return new Traded(
                Arrays.copyOfRange(back, at, back.length),
                Arrays.copyOfRange(activity, at, activity.length),
                session - at,
                first - at,
                newest);
    }
}
