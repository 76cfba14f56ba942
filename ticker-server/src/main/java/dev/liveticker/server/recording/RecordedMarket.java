package dev.liveticker.server.recording;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.model.MicroTime;
import dev.liveticker.server.market.MarketPlan;
import dev.liveticker.server.market.MarketSource;
import dev.liveticker.server.market.TappedMarket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A market, unchanged, of which a recording is made on the way; one that never starts leaves no file behind. */
public final class RecordedMarket extends TappedMarket {

    private static final Logger log = LoggerFactory.getLogger(RecordedMarket.class);

    private final Recorder recorder;
    private final Path file;
    private final Stamps stamps;
    private boolean started;
    private boolean closed;

    private RecordedMarket(MarketSource market, Recorder recorder, Path file, Stamps stamps) {
        super(market);
        this.recorder = recorder;
        this.file = file;
        this.stamps = stamps;
    }

    /**
     * The same market, recorded.
     *
     * @param file where to; there must be none
     * @param madeBy the program that records, and its version
     */
    public static MarketPlan plan(MarketPlan market, Path file, String madeBy) {
        return last -> {
            MarketSource opened = market.open(last);
            try {
                return open(opened, file, madeBy);
            } catch (IOException | RuntimeException e) {
                opened.close();
                throw e;
            }
        };
    }

    /**
     * Begins to record a market that is not started yet.
     *
     * @throws IOException if the file cannot be made, also because it is there already
     */
    static RecordedMarket open(MarketSource market, Path file, String madeBy) throws IOException {
        RecordingHeader header = RecordingHeader.of(market, madeBy);
        Recorder recorder = new Recorder(RecordingWriter.create(file, header), file);
        recorder.start();
        return new RecordedMarket(market, recorder, file, new Stamps(market, header));
    }

    @Override
    public void start(Consumer<List<MarketEvent>> listener) {
        synchronized (this) {
            started = true;
        }
        market.start(events -> {
            if (!events.isEmpty()) {
                recorder.take(stamps.stamp(events));
            }
            listener.accept(events);
        });
    }

    /** Stops the market, and then ends the recording. Harmless when repeated. */
    @Override
    public void close() {
        super.close();
        recorder.finish(MicroTime.of(market.clock().instant()));
        if (isNeeded()) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("The recording {} of a market that never started could not be removed", file, e);
        }
    }

    /** Whether its file is to stay; the second time it may be another's. */
    private synchronized boolean isNeeded() {
        boolean needed = started || closed;
        closed = true;
        return needed;
    }
}
