package dev.liveticker.server.recording;

import dev.liveticker.model.MicroTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes batches on a thread of its own, named {@code recorder}, at least once a second. Whoever hands them over never
 * waits for the disk: one that fails, or is too slow for what comes, ends the recording, which then holds all that came
 * before.
 */
final class Recorder {

    private static final Logger log = LoggerFactory.getLogger(Recorder.class);

    /** How many events may wait: some 20 s of the busiest simulation. */
    private static final int MOST_WAITING = 200_000;

    private static final long FLUSH_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final RecordingWriter writer;
    private final Path file;
    private final Semaphore room;
    private final int most;

    /** Bounded by {@link #room}. An absent batch, as an empty {@link Handed}, ends the recording. */
    private final LinkedBlockingQueue<Handed> queue = new LinkedBlockingQueue<>();

    private final Thread thread;
    private volatile boolean stopped;

    /** @param end with the last one alone: up to when the market was recorded */
    private record Handed(@Nullable RecordedBatch batch, int permits, long end) {}

    /** @param writer which is this one's from now on */
    Recorder(RecordingWriter writer, Path file) {
        this(writer, file, MOST_WAITING);
    }

    /** @param most how many events may wait */
    Recorder(RecordingWriter writer, Path file, int most) {
        this.writer = writer;
        this.file = file;
        this.most = most;
        this.room = new Semaphore(most);
        this.thread = Thread.ofPlatform().name("recorder").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Takes in a batch, and never waits. Called by one thread. */
    void take(RecordedBatch batch) {
        if (stopped) {
            return;
        }
        int permits = Math.clamp(batch.events().size(), 1, most);
        if (room.tryAcquire(permits)) {
            queue.add(new Handed(batch, permits, 0));
        } else {
            stopped = true;
            log.warn(
                    "The recording {} ends here, since it cannot be written as fast as the market goes;"
                            + " the server goes on",
                    file);
            queue.add(new Handed(null, 0, Long.MIN_VALUE));
        }
    }

    /**
     * Ends the recording and waits for it to be written, within reason. Harmless when repeated.
     *
     * @param end up to when the market was recorded, microseconds since the Unix epoch on its own clock
     */
    void finish(long end) {
        if (!stopped) {
            stopped = true;
            queue.add(new Handed(null, 0, end));
        }
        try {
            if (!thread.join(LONGEST_STOP)) {
                log.warn("The recording {} is still being written after {}", file, LONGEST_STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            write();
        } catch (IOException | RuntimeException e) {
            stopped = true;
            log.error(
                    "The recording {} ends at {} and cannot be continued; the server goes on",
                    file,
                    MicroTime.instant(writer.reached()),
                    e);
        } finally {
            queue.clear();
        }
    }

    private void write() throws IOException {
        try (writer) {
            long flushed = System.nanoTime();
            while (true) {
                Handed next = queue.poll(FLUSH_NANOS, TimeUnit.NANOSECONDS);
                if (next != null) {
                    RecordedBatch batch = next.batch;
                    if (batch == null) {
                        writer.finish(next.end);
                        return;
                    }
                    writer.write(batch);
                    room.release(next.permits);
                }
                long now = System.nanoTime();
                if (now - flushed >= FLUSH_NANOS) {
                    writer.flush();
                    flushed = now;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
