package dev.liveticker.benchmarks.load;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/**
 * What one selector thread has received. Written by that thread alone; {@link #counts} may be called from any, and sees
 * what the thread had published by then.
 */
final class Tally {

    /** One message in so many is asked how old it is. */
    static final int SAMPLE_EVERY = 64;

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(5);
    private static final VarHandle COUNTS;

    static {
        try {
            COUNTS = MethodHandles.lookup().findVarHandle(Tally.class, "published", Counts.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final InstantSource clock;
    private final SingleWriterRecorder ages = new SingleWriterRecorder(LONGEST_MICROS, 3);
    private long messages;
    private long bytes;
    private long sampleBytes;
    private int untilSample = SAMPLE_EVERY;

    @SuppressWarnings("UnusedVariable") // through COUNTS
    private Counts published = new Counts(0, 0, 0);

    /**
     * @param messages counted one by one
     * @param bytes read from sockets, after the handshake
     * @param sampleBytes those of them that the messages were counted in
     */
    record Counts(long messages, long bytes, long sampleBytes) {

        Counts plus(Counts other) {
            return new Counts(messages + other.messages, bytes + other.bytes, sampleBytes + other.sampleBytes);
        }

        Counts minus(Counts earlier) {
            return new Counts(messages - earlier.messages, bytes - earlier.bytes, sampleBytes - earlier.sampleBytes);
        }
    }

    /** @param clock the one the messages' times are compared with */
    Tally(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts one message. True if its age is to be looked at. */
    boolean message() {
        messages++;
        if (--untilSample > 0) {
            return false;
        }
        untilSample = SAMPLE_EVERY;
        return true;
    }

    /** Takes down the age of a message made at {@code micros} since the Unix epoch. */
    void age(long micros) {
        Instant now = clock.instant();
        long age = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000 - micros;
        ages.recordValue(Math.clamp(age, 0, LONGEST_MICROS));
    }

    /** @param counted whether the messages in them are counted */
    void bytes(int read, boolean counted) {
        bytes += read;
        if (counted) {
            sampleBytes += read;
        }
    }

    /** Lets other threads see what was counted so far; once a selection, so that it costs nothing. */
    void publish() {
        COUNTS.setRelease(this, new Counts(messages, bytes, sampleBytes));
    }

    Counts counts() {
        return (Counts) COUNTS.getAcquire(this);
    }

    /** Ages in microseconds of the messages sampled since it was last called. */
    Histogram takeAges() {
        return ages.getIntervalHistogram();
    }
}
