package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.indicator.Bars;
import dev.liveticker.model.Interval;
import dev.liveticker.model.MicroTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which bars get a mark on the time axis, and what it says: in the time of a zone, except that a bar of a day bears the
 * date of its day, which is one of UTC. Goes from mark to mark, whatever number of bars lies between.
 */
final class TimeTicks {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final ZoneId zone;
    private final boolean ofDays;
    private final Interval interval;
    private final DateTimeFormatter day;
    private final DateTimeFormatter date;
    private final DateTimeFormatter month;
    private final DateTimeFormatter twice;

    TimeTicks(ZoneId zone, Locale locale, Interval interval) {
        this.interval = interval;
        this.ofDays = interval == Interval.ONE_DAY;
        this.zone = ofDays ? ZoneOffset.UTC : zone;
        this.day = DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(locale);
        this.date = DateTimeFormatter.ofLocalizedPattern("yMMMd").withLocale(locale);
        this.month = DateTimeFormatter.ofPattern("LLL", locale);
        this.twice = DateTimeFormatter.ofPattern("HH:mm z", locale);
    }

    /** What begins at a mark; the more, the later. */
    private enum Rank {
        TIME,
        DAY,
        MONTH,
        YEAR
    }

    /** @param strong whether the bar is the first of something longer than what most marks stand for */
    record Tick(int index, String text, boolean strong) {}

    /**
     * At least one, if there are bars in view.
     *
     * @param leastBars how many bars apart two marks are at least, if the second is not of something longer
     */
    List<Tick> ticks(Bars bars, int first, int last, double leastBars) {
        List<Tick> ticks = new ArrayList<>();
        Rank rankBefore = Rank.TIME;
        TimeStep step = TimeStep.atLeast(Math.max(1, leastBars) * interval.micros());
        int index = Math.max(first, 1);
        if (index <= last && !begins(bars, index, step)) {
            index = next(bars, index, last, step);
        }
        while (index <= last) {
            Rank rank = rank(bars, index);
            boolean tooClose = !ticks.isEmpty() && index - ticks.getLast().index() < leastBars;
            if (!tooClose) {
                ticks.add(tick(bars, index, rank, step));
                rankBefore = rank;
            } else if (rank.compareTo(rankBefore) > 0) {
                ticks.set(ticks.size() - 1, tick(bars, index, rank, step));
                rankBefore = rank;
            }
            index = following(bars, index, last, step, ticks.getLast().index() + leastBars);
        }
        if (ticks.isEmpty() && first <= last) {
            int middle = (first + last) >>> 1;
            LocalDateTime time = local(bars.start(middle));
            ticks.add(new Tick(middle, (ofDays ? day : TIME).format(time), false));
        }
        return ticks;
    }

    /** The moment of a bar, for a read-out: the time, with its date where that is not the newest bar's. */
    String moment(long start, long newest) {
        LocalDateTime time = local(start);
        if (ofDays) {
            return date.format(time);
        }
        LocalDateTime now = local(newest);
        String when = isTwice(time) ? twice.format(instant(start).atZone(zone)) : TIME.format(time);
        if (time.toLocalDate().equals(now.toLocalDate())) {
            return when;
        }
        return (time.getYear() == now.getYear() ? day : date).format(time) + ' ' + when;
    }

    /** The next bar that begins a slot; none that is too close to the mark before, unless it begins a day. */
    private int following(Bars bars, int index, int last, TimeStep step, double farEnough) {
        int next = next(bars, index, last, step);
        if (next >= farEnough || next > last) {
            return next;
        }
        int far = (int) Math.min(last + 1.0, Math.ceil(farEnough));
        int newDay = step.ofDays() ? next : next(bars, index, last, TimeStep.DAY);
        if (newDay < far) {
            return newDay;
        }
        return far > last || begins(bars, far, step) ? far : next(bars, far, last, step);
    }

    /** The first bar after this one that begins a slot; above {@code last} if none does. */
    private int next(Bars bars, int index, int last, TimeStep step) {
        int at = index;
        while (true) {
            long boundary = boundary(bars.start(at), step);
            int found = search(bars, at + 1, last, boundary);
            if (found > last || begins(bars, found, step)) {
                return found;
            }
            at = found;
        }
    }

    /** Where the next slot may begin: at its time, or sooner if clocks are set before. */
    private long boundary(long start, TimeStep step) {
        Instant now = instant(start);
        ZoneOffset offset = zone.getRules().getOffset(now);
        Instant next = step.next(LocalDateTime.ofInstant(now, offset)).toInstant(offset);
        ZoneOffsetTransition set = zone.getRules().nextTransition(now);
        Instant boundary = set != null && set.getInstant().isBefore(next) ? set.getInstant() : next;
        return MicroTime.of(boundary);
    }

    private boolean begins(Bars bars, int index, TimeStep step) {
        return step.slot(local(bars.start(index))) != step.slot(local(bars.start(index - 1)));
    }

    private Rank rank(Bars bars, int index) {
        LocalDateTime time = local(bars.start(index));
        LocalDateTime before = local(bars.start(index - 1));
        if (time.getYear() != before.getYear()) {
            return Rank.YEAR;
        } else if (time.getMonth() != before.getMonth()) {
            return Rank.MONTH;
        }
        return time.toLocalDate().equals(before.toLocalDate()) ? Rank.TIME : Rank.DAY;
    }

    private Tick tick(Bars bars, int index, Rank rank, TimeStep step) {
        LocalDateTime time = local(bars.start(index));
        if (!step.ofDays()) {
            return rank == Rank.TIME
                    ? new Tick(index, TIME.format(time), false)
                    : new Tick(index, day.format(time), true);
        }
        return switch (rank) {
            case YEAR -> new Tick(index, String.valueOf(time.getYear()), true);
            case MONTH -> new Tick(index, month.format(time), step.unit() != TimeStep.Unit.MONTH);
            case DAY, TIME -> new Tick(index, day.format(time), false);
        };
    }

    /** The first bar that starts then or later. */
    private static int search(Bars bars, int from, int last, long start) {
        int low = from;
        int high = last + 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bars.start(middle) < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isTwice(LocalDateTime time) {
        return zone.getRules().getValidOffsets(time).size() > 1;
    }

    private LocalDateTime local(long micros) {
        return LocalDateTime.ofInstant(instant(micros), zone);
    }

    private static Instant instant(long micros) {
        return MicroTime.instant(micros);
    }
}
