package dev.liveticker.server.hub;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.End;
import dev.liveticker.message.MarketEvent;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What the hub did since it began. Counted on the hub's thread by plain additions, a few for each frame and none for a
 * message alone; any thread may read.
 */
public final class HubFigures {

    private static final long[] LATENCIES =
            micros(100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 1_000_000);
    private static final long[] TURNS =
            micros(10, 100, 1_000, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 1_000_000);

    private final Map<Carrier, Map<Encoding, Traffic>> sent = new EnumMap<>(Carrier.class);
    private final Map<Parting, Tally> parted = new HashMap<>();
    private final Map<End, Tally> refused = new EnumMap<>(End.class);
    private final Tally events = new Tally();
    private final Tally lag = new Tally();
    private final Tally conflated = new Tally();
    private final Tally dropped = new Tally();
    private final Tally gaps = new Tally();
    private final Tally answeredPolls = new Tally();
    private final Tally emptyPolls = new Tally();
    private final Durations latency = new Durations(LATENCIES);
    private final Durations turns = new Durations(TURNS);

    HubFigures() {
        for (Carrier carrier : Carrier.values()) {
            Map<Encoding, Traffic> ofCarrier = new EnumMap<>(Encoding.class);
            for (Encoding encoding : Encoding.values()) {
                ofCarrier.put(encoding, new Traffic());
            }
            sent.put(carrier, ofCarrier);
        }
        Parting.all().forEach(parting -> parted.put(parting, new Tally()));
        for (End end : End.values()) {
            refused.put(end, new Tally());
        }
    }

    private static long[] micros(long... bounds) {
        long[] nanos = new long[bounds.length];
        for (int i = 0; i < bounds.length; i++) {
            nanos[i] = TimeUnit.MICROSECONDS.toNanos(bounds[i]);
        }
        return nanos;
    }

    void left(Parting why) {
        Objects.requireNonNull(parted.get(why)).add(1);
    }

    void refused(End why) {
        Objects.requireNonNull(refused.get(why)).add(1);
    }

    void published(List<MarketEvent> batch) {
        events.add(batch.size());
    }

    /** @param micros how far the market's clock was ahead of an event that had just come */
    void late(long micros) {
        lag.become(Math.max(0, micros));
    }

    void conflated(long messages) {
        if (messages > 0) {
            conflated.add(messages);
        }
    }

    void lost(long messages, long announcements) {
        dropped.add(messages);
        gaps.add(announcements);
    }

    void answered(boolean empty) {
        (empty ? emptyPolls : answeredPolls).add(1);
    }

    /** What was sent by one transport in one encoding. */
    public Traffic sent(Carrier carrier, Encoding encoding) {
        return Objects.requireNonNull(Objects.requireNonNull(sent.get(carrier)).get(encoding));
    }

    /** How many sessions ended so. */
    public long parted(Parting why) {
        return Objects.requireNonNull(parted.get(why)).count();
    }

    /** How many were turned away so, before they had a place. */
    public long turnedAway(End why) {
        return Objects.requireNonNull(refused.get(why)).count();
    }

    /** How many events of the market came. */
    public long events() {
        return events.count();
    }

    /** How old one of the newest events was by the market's clock when it came here, in microseconds. */
    public long lagMicros() {
        return lag.count();
    }

    /** How many changes of values a client did not get because a newer one took their place. */
    public long conflated() {
        return conflated.count();
    }

    /**
     * How many lossless messages were given up because their reader was too far behind. What the log had dropped before
     * is not counted, only {@link #gaps announced}.
     */
    public long dropped() {
        return dropped.count();
    }

    /** How many announcements of a loss were sent. */
    public long gaps() {
        return gaps.count();
    }

    /** How many polls were answered, with something to say or without. */
    public long polls(boolean empty) {
        return (empty ? emptyPolls : answeredPolls).count();
    }

    /**
     * How long it took from the publication of an event to its frame being given to the transports of all that were
     * ready for it. A sample: some of the rounds in which frames are sent, one time for each.
     */
    public Durations latency() {
        return latency;
    }

    /** How long the hub's thread was busy each time it was woken. */
    public Durations turns() {
        return turns;
    }
}
