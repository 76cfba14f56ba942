package dev.liveticker.server.hub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How far a client has got. One that keeps up with its {@link View} is described by a tick and a number; one that
 * began, resumed or fell behind is apart from the others for a while, and then there is more to remember of it.
 *
 * <p>What it is to be sent follows from this:
 *
 * <ul>
 *   <li>Of the values, those that its view told of after {@link #tick}, but for those that it is {@link #ahead} in (it
 *       got them while the view held them back), and those {@link #owed}. {@link #told} is {@code tick} with values
 *       alone counted: the view's less its own, and the owed, are the changes that are due; what of them is neither
 *       sent nor still owed was conflated.
 *   <li>Of what is lossless, what is numbered above {@link #passed}, or in a lane that {@code starts} names above the
 *       number there, if that is higher ({@link #startOf}); and the {@link #replay}, which lies before.
 *       {@link #reading} only spares looking for the place anew.
 *   <li>{@link #apart} it is while something is owed, a start is above {@code passed}, something lossless did not fit
 *       into its last frame, or it is ahead; and before its first frame. What has no part in that is empty, and
 *       {@code tick}, {@code told} and {@code passed} say all.
 * </ul>
 *
 * <p>Three places decide who makes its next frame. {@link Delivery#drained} has a client that is behind served at the
 * end of the turn if it is apart, and else in the next round of its view; {@link Delivery#wake}, which answers and ends
 * call, at the end of the turn too: there, as on an alarm, an {@link Assembly} makes it. {@link Rounds} gives a shared
 * frame ({@link SharedFrames}), but leaves to an assembly whoever is apart, polls, is to be answered or to end, and
 * whoever one shared frame does not bring up to date.
 */
final class Progress {

    /** As much of one lane as may come late in one piece; what is more is announced as lost. */
    private static final int MAX_REPLAY = 1_000;

    private long tick;
    private long told;
    private long passed;
    private boolean incomplete = true;
    private boolean fresh = true;
    private boolean promisedAll;
    private Map<Value, Value.Form> owed = Map.of();
    private Map<Lane, Long> starts = Map.of();
    private List<LogEntry> replay = List.of();
    private Map<Value, Long> ahead = Map.of();
    private Map<Lane, LogEntry> reading = Map.of();

    /** @param passed the number up to which nothing is wanted */
    Progress(long passed) {
        this.passed = passed;
    }

    /** As it is now, to come back to. */
    Progress copy() {
        Progress copy = new Progress(passed);
        copy.tick = tick;
        copy.told = told;
        copy.incomplete = incomplete;
        copy.fresh = fresh;
        copy.promisedAll = promisedAll;
        copy.owed = owed.isEmpty() ? Map.of() : new LinkedHashMap<>(owed);
        copy.starts = starts.isEmpty() ? Map.of() : new HashMap<>(starts);
        copy.replay = List.copyOf(replay);
        copy.ahead = Map.copyOf(ahead);
        copy.reading = reading;
        return copy;
    }

    /** The view's tick up to which all values are known or owed. */
    long tick() {
        return tick;
    }

    /** How often its view had told of a value by then. */
    long told() {
        return told;
    }

    /** The number up to which everything lossless was sent or announced as lost. */
    long passed() {
        return passed;
    }

    /** Whether it cannot be sent what the others are. */
    boolean apart() {
        return incomplete || !ahead.isEmpty();
    }

    /** Whether it was promised all that is retained, however much that is. */
    boolean promisedAll() {
        return promisedAll;
    }

    void promiseAll() {
        promisedAll = true;
    }

    void promiseKept() {
        promisedAll = false;
    }

    /** Whether there is anything to send. */
    boolean behind(View view) {
        return incomplete || tick < view.tick();
    }

    /** It has got as far as its view, and up to this number. */
    void caughtUp(View view, long newPassed) {
        tick = view.tick();
        told = view.told();
        passed = newPassed;
    }

    /** It has nothing, but wants what is lossless after this number. */
    void startOver(long newPassed) {
        passed = newPassed;
        owed = Map.of();
        starts = Map.of();
        reading = Map.of();
        replay = List.of();
        incomplete = true;
    }

    /** A value is due, in this form at least. */
    void owe(Value value, Value.Form form) {
        if (owed.isEmpty()) {
            owed = new LinkedHashMap<>();
        }
        owed.merge(value, form, Value.Form::or);
        incomplete = true;
    }

    Map<Value, Value.Form> owed() {
        return owed;
    }

    /** Whether it got a value before its view told of it. */
    boolean aheadIn(Value value) {
        Long seq = ahead.get(value);
        return seq != null && seq == value.seq();
    }

    Map<Value, Long> ahead() {
        return ahead;
    }

    /** What is still due after a frame, in its order. */
    void stillOwed(Map<Value, Value.Form> left) {
        owed = left;
    }

    /**
     * A lane is wanted after a number. Where the client is beyond that already, what lies between comes late, in one
     * piece.
     *
     * @param added whether the lane is new to it; if not, what it got of it cannot be told from what it did not
     * @param lost told of a range that cannot come any more
     */
    void want(Lane lane, long after, boolean added, BiConsumer<Long, Long> lost) {
        incomplete = true;
        Long start = starts.get(lane);
        if (start == null && !added) {
            if (after < passed && lane.newestSeq() > after && lane.appendedWithin(after, passed) > 0) {
                lost.accept(after + 1, passed);
            }
            return;
        }
        if (after < passed && fresh) {
            passed = after;
        }
        if (start != null && start <= after) {
            return;
        }
        if (after < passed) {
            late(lane, after, start == null ? passed : Math.min(start, passed), lost);
            if (start == null || start <= passed) {
                return;
            }
        }
        begin(lane, Math.max(after, passed));
    }

    private void begin(Lane lane, long after) {
        if (starts.isEmpty()) {
            starts = new HashMap<>();
        }
        starts.put(lane, after);
    }

    private void late(Lane lane, long after, long upTo, BiConsumer<Long, Long> lost) {
        if (lane.appendedWithin(after, upTo) + replay.size() > MAX_REPLAY) {
            lost.accept(after + 1, upTo);
            return;
        }
        List<LogEntry> more = new ArrayList<>(replay);
        for (LogEntry entry = lane.firstAfter(after); entry != null && entry.seq() <= upTo; entry = entry.next()) {
            more.add(entry);
        }
        replay = more;
    }

    /** What comes late. */
    List<LogEntry> replay() {
        return replay;
    }

    /** After which number a lane is wanted. */
    long startOf(Lane lane) {
        return Math.max(passed, starts.isEmpty() ? 0 : starts.getOrDefault(lane, 0L));
    }

    /** A message of a lane that is near the next it has to get; absent if none is known. It may be dropped by now. */
    @Nullable
    LogEntry reading(Lane lane) {
        return reading.get(lane);
    }

    /**
     * A frame was made for it alone.
     *
     * @param left the next lossless message of each lane of which some were left out
     * @param newAhead the numbers of values that it got though its view still holds them back
     */
    void served(View view, long newPassed, Map<Lane, LogEntry> left, Map<Value, Long> newAhead) {
        tick = view.tick();
        told = view.told();
        passed = newPassed;
        fresh &= view.taps().isEmpty();
        replay = List.of();
        if (!starts.isEmpty()) {
            starts.values().removeIf(start -> start <= newPassed);
            if (starts.isEmpty()) {
                starts = Map.of();
            }
        }
        if (owed.isEmpty()) {
            owed = Map.of();
        }
        incomplete = !left.isEmpty() || !owed.isEmpty() || !starts.isEmpty();
        ahead = newAhead;
        reading = left;
    }

    /** It sees another view from now on. What it has yet to get of the old one, and still wants, is owed. */
    void move(@Nullable View from, View to) {
        Map<Value, Long> nowAhead = new HashMap<>();
        if (from != null) {
            from.changedAfter(tick, watch -> oweOf(watch, watch.since(tick), to));
            to.forEachWatch(watch -> {
                Value value = watch.value();
                Watch before = from.watch(value);
                boolean lacks = before != null && before.held() && !aheadIn(value);
                if (lacks && !watch.held()) {
                    owe(value, Value.Form.COMPLETE);
                } else if (!lacks && before != null && watch.held() && !owed.containsKey(value)) {
                    nowAhead.put(value, value.seq());
                }
            });
        }
        if (!owed.isEmpty()) {
            owed.keySet().removeIf(value -> to.watch(value) == null);
        }
        if (!starts.isEmpty()) {
            starts.keySet().removeIf(lane -> !to.taps().has(lane));
        }
        if (!replay.isEmpty()) {
            replay =
                    replay.stream().filter(entry -> to.taps().has(entry.lane())).toList();
        }
        ahead = nowAhead;
        tick = to.tick();
        told = to.told();
        incomplete = true;
    }

    private void oweOf(Watch watch, Value.Form form, View to) {
        if (to.watch(watch.value()) != null && !aheadIn(watch.value())) {
            owe(watch.value(), form);
        }
    }
}
