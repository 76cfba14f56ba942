package dev.liveticker.desktop.chart;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A round length of time between two marks of an axis. Its slots begin at round local times; weeks on Mondays, and anew
 * with each month.
 *
 * @param count of the unit; divides the next larger one, where there is one
 */
record TimeStep(Unit unit, int count) {

    enum Unit {
        MINUTE(60_000_000L),
        DAY(86_400_000_000L),
        WEEK(7 * 86_400_000_000L),
        MONTH(30 * 86_400_000_000L),
        YEAR(365 * 86_400_000_000L);

        private final long micros;

        Unit(long micros) {
            this.micros = micros;
        }
    }

    static final TimeStep DAY = new TimeStep(Unit.DAY, 1);

    private static final int MINUTES_A_DAY = 1_440;

    private static final List<TimeStep> ALL = List.of(
            new TimeStep(Unit.MINUTE, 1),
            new TimeStep(Unit.MINUTE, 2),
            new TimeStep(Unit.MINUTE, 5),
            new TimeStep(Unit.MINUTE, 10),
            new TimeStep(Unit.MINUTE, 15),
            new TimeStep(Unit.MINUTE, 30),
            new TimeStep(Unit.MINUTE, 60),
            new TimeStep(Unit.MINUTE, 120),
            new TimeStep(Unit.MINUTE, 180),
            new TimeStep(Unit.MINUTE, 240),
            new TimeStep(Unit.MINUTE, 360),
            new TimeStep(Unit.MINUTE, 720),
            DAY,
            new TimeStep(Unit.WEEK, 1),
            new TimeStep(Unit.MONTH, 1),
            new TimeStep(Unit.MONTH, 3),
            new TimeStep(Unit.MONTH, 6),
            new TimeStep(Unit.YEAR, 1),
            new TimeStep(Unit.YEAR, 2),
            new TimeStep(Unit.YEAR, 5),
            new TimeStep(Unit.YEAR, 10),
            new TimeStep(Unit.YEAR, 50),
            new TimeStep(Unit.YEAR, 100));

    /** The shortest that is not below so many microseconds. */
    static TimeStep atLeast(double micros) {
        for (TimeStep step : ALL) {
            if ((double) step.unit().micros * step.count() >= micros) {
                return step;
            }
        }
        return ALL.getLast();
    }

    /** Whether its slots are days or longer. */
    boolean ofDays() {
        return unit != Unit.MINUTE;
    }

    /** Another number for every slot; greater for a later one. */
    long slot(LocalDateTime time) {
        LocalDate day = time.toLocalDate();
        return switch (unit) {
            case MINUTE -> day.toEpochDay() * MINUTES_A_DAY + minute(time);
            case DAY -> day.toEpochDay();
            case WEEK ->
                later(day.with(DayOfWeek.MONDAY), day.withDayOfMonth(1)).toEpochDay();
            case MONTH -> Math.floorDiv(day.getYear() * 12L + day.getMonthValue() - 1, count);
            case YEAR -> Math.floorDiv(day.getYear(), count);
        };
    }

    /** When the next slot begins, by a clock that nobody sets. */
    LocalDateTime next(LocalDateTime time) {
        LocalDate day = time.toLocalDate();
        return switch (unit) {
            case MINUTE -> day.atStartOfDay().plusMinutes(minute(time) + count);
            case DAY -> day.plusDays(1).atStartOfDay();
            case WEEK -> {
                LocalDate monday = day.with(DayOfWeek.MONDAY).plusWeeks(1);
                LocalDate month = day.withDayOfMonth(1).plusMonths(1);
                yield (monday.isBefore(month) ? monday : month).atStartOfDay();
            }
            case MONTH -> {
                long slot = slot(time) + 1;
                yield LocalDate.of((int) Math.floorDiv(slot * count, 12), Math.floorMod(slot * count, 12) + 1, 1)
                        .atStartOfDay();
            }
            case YEAR -> LocalDate.of((int) (slot(time) + 1) * count, 1, 1).atStartOfDay();
        };
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Where the slot of minutes begins, in minutes of the day. */
    private long minute(LocalDateTime time) {
        int minute = time.getHour() * 60 + time.getMinute();
        return minute / count * (long) count;
    }
}
