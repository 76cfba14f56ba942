package dev.liveticker.feed;

import dev.liveticker.feed.machine.Alarm;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** The alarms of one feed, of each kind at most one. On the feed's loop. */
final class Alarms {

    private final FeedLoop loop;
    private final Map<Alarm, Runnable> cancels = new EnumMap<>(Alarm.class);

    Alarms(FeedLoop loop) {
        this.loop = loop;
    }

    /** Sets one in place of the one of its kind. */
    void set(Alarm alarm, Duration delay, Runnable rings) {
        clear(alarm);
        cancels.put(alarm, loop.schedule(delay, rings));
    }

    /** Takes one back, if it is set. */
    void clear(Alarm alarm) {
        Runnable cancel = cancels.remove(alarm);
        if (cancel != null) {
            cancel.run();
        }
    }
}
