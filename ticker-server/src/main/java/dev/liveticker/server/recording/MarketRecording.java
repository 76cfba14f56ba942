package dev.liveticker.server.recording;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.model.MicroTime;
import dev.liveticker.server.market.MarketSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A market that runs for the sake of its recording alone, and so waits for the disk where it is faster. What is written
 * depends on nothing but what the market publishes, and when on its own clock.
 */
public final class MarketRecording implements Closeable {

    /** How often a market of real time is written, and a silent one looked at. */
    private static final long LOOK_SECONDS = 1;

    /** How late a simulated market that keeps with the wall's clock may be with a batch. */
    private static final long MOST_LATE_MICROS = 5_000_000;

    private final MarketSource market;
    private final RecordingWriter writer;
    private final Stamps stamps;
    private final long start;
    private final long end;
    private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();

    private MarketRecording(MarketSource market, RecordingWriter writer, RecordingHeader header, long end) {
        this.market = market;
        this.writer = writer;
        this.stamps = new Stamps(market, header);
        this.start = header.start();
        this.end = end;
    }

    /**
     * Starts a market and records it.
     *
     * @param market which is closed with the recording
     * @param file where to; there must be none
     * @param length how much of the market's time to record; absent for all of it until closed
     * @param madeBy the program that records, and its version
     * @throws IOException if the file cannot be made; the market is as it was then
     */
    public static MarketRecording start(MarketSource market, Path file, @Nullable Duration length, String madeBy)
            throws IOException {
        RecordingHeader header = RecordingHeader.of(market, madeBy);
        long end = length == null ? Long.MAX_VALUE : header.start() + MicroTime.of(Instant.EPOCH.plus(length));
        return start(market, RecordingWriter.create(file, header), header, end);
    }

    /** @param end when to stop, microseconds since the Unix epoch on the market's clock */
    static MarketRecording start(MarketSource market, RecordingWriter writer, RecordingHeader header, long end) {
        MarketRecording recording = new MarketRecording(market, writer, header, end);
        market.start(recording::take);
        return recording;
    }

    private void take(List<MarketEvent> events) {
        if (events.isEmpty() || done.isDone()) {
            return;
        }
        RecordedBatch batch = stamps.stamp(events);
        if (start + batch.arrival() > end) {
            done.complete(null);
            return;
        }
        try {
            writer.write(batch);
        } catch (IOException | RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    /**
     * Waits until as much is recorded as was asked for.
     *
     * @throws IOException if it could not be written; what was before is a recording
     */
    public void await() throws IOException, InterruptedException {
        while (true) {
            try {
                done.get(LOOK_SECONDS, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException e) {
                look();
            } catch (ExecutionException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                throw new IOException(
                        "the recording ends at " + to() + " and cannot be continued: " + cause.getMessage(), cause);
            }
        }
    }

    private void look() {
        long now = MicroTime.of(market.clock().instant());
        if (!market.simulated()) {
            try {
                writer.flush();
            } catch (IOException e) {
                done.completeExceptionally(e);
                return;
            }
        }
        if (now - (market.simulated() ? MOST_LATE_MICROS : 0) > end) {
            done.complete(null);
        }
    }

    /** Stops the market and ends the recording. Harmless when repeated. */
    @Override
    public void close() throws IOException {
        market.close();
        writer.finish(end == Long.MAX_VALUE || !done.isDone() ? writer.reached() : end);
    }

    /** When it begins, by the market's clock. */
    public Instant from() {
        return MicroTime.instant(start);
    }

    /** When the last batch came, by the market's clock. */
    public Instant to() {
        return MicroTime.instant(writer.reached());
    }

    /** How many batches were recorded. */
    public long batches() {
        return writer.batches();
    }

    /** How many events were recorded. */
    public long events() {
        return writer.events();
    }
}
