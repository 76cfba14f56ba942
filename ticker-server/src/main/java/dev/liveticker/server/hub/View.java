package dev.liveticker.server.hub;

import dev.liveticker.model.Channel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What all subscribers with the same {@link Interest} see, followed once for all of them. It counts what it tells in
 * ticks of its own; how far each of them has got is a tick.
 */
final class View {

    private final Interest interest;
    private final Consumer<View> news;
    private final Audience<Session> members = new Audience<>();
    private final Map<Value, Watch> watches = new HashMap<>();
    private final Recent recent = new Recent();
    private final Taps taps;
    private final Tape tape = new Tape();
    private final List<Watch> held = new ArrayList<>();
    private long nextDue = Long.MAX_VALUE;
    private final Round round = new Round();
    private final Alarms.Alarm alarm;
    private final LongConsumer callBy;
    private boolean listed;
    private boolean postponed;
    private long lastRoundTick;
    private long tick;
    private long lastCheck;
    private long tickAtLastCheck;
    private long beatAt;

    /**
     * @param alarms where it asks to be called for what it holds back
     * @param news called when it has something new to tell, unless it was called already and nobody took note
     * @param now the core's nanoseconds
     */
    View(Interest interest, Alarms alarms, Consumer<View> news, long now) {
        this.interest = interest;
        this.news = news;
        this.lastCheck = now;
        this.beatAt = now;
        this.alarm = alarms.create(_ -> wake());
        this.callBy = at -> alarms.callBy(alarm, at);
        List<Tap> lanes = new ArrayList<>();
        Map<SymbolSlot, Channel> statusOn = new HashMap<>();
        for (Topic topic : interest.topics()) {
            interest.forEach(topic, (slot, maxRate) -> {
                statusOn.merge(slot, topic.channel(), View::first);
                Value value = slot.value(topic);
                if (value != null) {
                    Watch watch = new Watch(this, value, maxRate, now);
                    watches.put(value, watch);
                    recent.add(watch);
                    value.watchers().add(watch);
                }
                Lane lane = slot.lane(topic);
                if (lane != null) {
                    lanes.add(new Tap(this, lane, topic.channel()));
                }
            });
        }
        statusOn.forEach((slot, channel) -> lanes.add(new Tap(this, slot.status(), channel)));
        this.taps = new Taps(lanes);
    }

    /** A lost change of status is announced on the first channel that shows the symbol. */
    private static Channel first(Channel one, Channel other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    Interest interest() {
        return interest;
    }

    Audience<Session> members() {
        return members;
    }

    Round round() {
        return round;
    }

    Taps taps() {
        return taps;
    }

    Tape tape() {
        return tape;
    }

    /** How much it has told so far. */
    long tick() {
        return tick;
    }

    /** The watch of a value; absent if it is not seen here. */
    @Nullable
    Watch watch(Value value) {
        return watches.get(value);
    }

    /** The watches of what changed after a tick, longest ago first. */
    void changedAfter(long known, Consumer<Watch> action) {
        recent.after(known, action);
    }

    void forEachWatch(Consumer<Watch> action) {
        watches.values().forEach(action);
    }

    /** A value changed. */
    void tell(Watch watch, Value.Form form) {
        tick++;
        watch.told(tick, form);
        recent.touch(watch);
        tape.append(watch.value().in(form));
        wake();
    }

    /** Keeps a change back until it is due. */
    void hold(Watch watch) {
        held.add(watch);
        if (watch.due() < nextDue) {
            nextDue = watch.due();
            callBy.accept(nextDue);
        }
    }

    /** A lossless message came. */
    void append(Tap tap, LogEntry entry) {
        tick++;
        taps.touch(tap);
        tape.append(entry.encoded());
        wake();
    }

    /** There is something for its members. */
    void wake() {
        if (!listed) {
            listed = true;
            news.accept(this);
        }
    }

    /** Its news are taken note of. */
    void awake() {
        listed = false;
        postponed = false;
    }

    /** Its members are not yet ready for the news: when the round that runs is over. */
    void postpone() {
        postponed = true;
        callBy.accept(round.end());
    }

    /** Whether its news wait for the end of a round. */
    boolean postponed() {
        return postponed;
    }

    /** How much it had told by the last round; who knows that much keeps up. */
    long lastRoundTick() {
        return lastRoundTick;
    }

    void roundDone() {
        lastRoundTick = tick;
    }

    /** Tells what was held back and is due, and drops from the tape what is too old for anyone who keeps up. */
    void advance(long now, long keepingUpNanos) {
        if (now >= nextDue) {
            nextDue = Long.MAX_VALUE;
            for (int i = held.size() - 1; i >= 0; i--) {
                Watch watch = held.get(i);
                if (watch.due() <= now) {
                    held.set(i, held.getLast());
                    held.removeLast();
                    watch.release(now);
                } else {
                    nextDue = Math.min(nextDue, watch.due());
                }
            }
        }
        if (nextDue != Long.MAX_VALUE) {
            callBy.accept(nextDue);
        }
        if (now - lastCheck >= keepingUpNanos) {
            tape.cut(tickAtLastCheck);
            tickAtLastCheck = tick;
            lastCheck = now;
        }
    }

    /** Whether a heartbeat has not been part of its frames for so long; if so, it is taken to be from now on. */
    boolean beatDue(long now, long everyNanos) {
        if (now - beatAt < everyNanos) {
            return false;
        }
        beatAt = now;
        return true;
    }

    /** Goes on where another view was, in what both keep back. */
    void continueFrom(View other) {
        watches.forEach((value, watch) -> {
            Watch before = other.watch(value);
            if (before != null) {
                watch.continueFrom(before);
            }
        });
    }

    void close(Alarms alarms) {
        watches.values().forEach(Watch::close);
        // It may still be called for news that came before.
        held.clear();
        taps.close();
        alarms.cancel(alarm);
    }
}
