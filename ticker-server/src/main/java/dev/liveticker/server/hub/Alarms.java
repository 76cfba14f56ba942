package dev.liveticker.server.hub;

import java.util.Comparator;
import java.util.TreeSet;
import java.util.function.LongConsumer;

/**
 * When someone wants to be called, soonest first. At most one time for each, and nothing is kept once it is cancelled.
 */
final class Alarms {

    private final TreeSet<Alarm> waiting =
            new TreeSet<>(Comparator.comparingLong(Alarm::at).thenComparingLong(Alarm::number));
    private long created;

    /** @param action is given the time it is called at, in the core's nanoseconds */
    Alarm create(LongConsumer action) {
        return new Alarm(created++, action);
    }

    /** Calls no later than this; an earlier call that was asked for stands. */
    void callBy(Alarm alarm, long at) {
        if (at < alarm.at) {
            waiting.remove(alarm);
            alarm.at = at;
            waiting.add(alarm);
        }
    }

    void cancel(Alarm alarm) {
        waiting.remove(alarm);
        alarm.at = Alarm.NEVER;
    }

    /** Makes the calls that are due. */
    void ring(long now) {
        while (!waiting.isEmpty() && waiting.first().at <= now) {
            Alarm due = waiting.removeFirst();
            due.at = Alarm.NEVER;
            due.action.accept(now);
        }
    }

    /** When the next call is due; {@link Long#MAX_VALUE} if none is. */
    long next() {
        return waiting.isEmpty() ? Alarm.NEVER : waiting.first().at;
    }

    int size() {
        return waiting.size();
    }

    /** One wish to be called. */
    static final class Alarm {

        private static final long NEVER = Long.MAX_VALUE;

        private final long number;
        private final LongConsumer action;
        private long at = NEVER;

        private Alarm(long number, LongConsumer action) {
            this.number = number;
            this.action = action;
        }

        long at() {
            return at;
        }

        long number() {
            return number;
        }
    }
}
