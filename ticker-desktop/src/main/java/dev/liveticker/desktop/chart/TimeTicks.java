package dev.liveticker.desktop.chart;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which bars get a mark on the time axis, and what it says. */
final class TimeTicks {

    private static final int[] STEPS_IN_MINUTES = {1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1440};

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final ZoneId zone;
    private final DateTimeFormatter date;

    TimeTicks(ZoneId zone, Locale locale) {
        this.zone = zone;
        this.date = DateTimeFormatter.ofPattern("d MMM", locale);
    }

    /** @param newDay whether the bar is the first of its day, and the text a date */
    record Tick(int index, String text, boolean newDay) {}

    /** @param leastBars how many bars apart two marks are at least */
    List<Tick> ticks(BarSeries bars, int first, int last, double leastBars) {
        List<Tick> ticks = new ArrayList<>();
        int step = stepFor(leastBars);
        LocalDateTime before = first > 0 ? local(bars.get(first - 1).start()) : null;
        for (int i = first; i <= last; i++) {
            LocalDateTime time = local(bars.get(i).start());
            if (before != null && slot(time, step) != slot(before, step)) {
                boolean newDay = !time.toLocalDate().equals(before.toLocalDate());
                Tick tick = new Tick(i, newDay ? date.format(time) : TIME.format(time), newDay);
                boolean tooClose = !ticks.isEmpty() && i - ticks.getLast().index() < leastBars;
                if (!tooClose) {
                    ticks.add(tick);
                } else if (newDay) {
                    ticks.set(ticks.size() - 1, tick);
                }
            }
            before = time;
        }
        return ticks;
    }

    /** The moment of a bar, for a read-out: the time, with its date where that is not the newest bar's. */
    String moment(long start, long newest) {
        LocalDateTime time = local(start);
        return time.toLocalDate().equals(local(newest).toLocalDate())
                ? TIME.format(time)
                : date.format(time) + ' ' + TIME.format(time);
    }

    private static int stepFor(double leastBars) {
        for (int step : STEPS_IN_MINUTES) {
            if (step >= leastBars) {
                return step;
            }
        }
        return STEPS_IN_MINUTES[STEPS_IN_MINUTES.length - 1];
    }

    private static long slot(LocalDateTime time, int stepInMinutes) {
        long day = time.toLocalDate().toEpochDay();
        long minute = ChronoUnit.MINUTES.between(time.toLocalDate().atStartOfDay(), time);
        return day * 1_440 + minute / stepInMinutes * stepInMinutes;
    }

    private LocalDateTime local(long micros) {
        return LocalDateTime.ofInstant(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), zone);
    }
}
