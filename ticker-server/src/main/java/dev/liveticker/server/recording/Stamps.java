package dev.liveticker.server.recording;

import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.MicroTime;
import dev.liveticker.server.market.MarketSource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Puts down when each batch of a market came. A simulated market's batch comes when its last event happens, whenever
 * the machine got round to it, so that the same market is recorded the same; any other comes when its clock says so.
 * Used by one thread.
 */
public final class Stamps {

    private final InstantSource clock;
    private final boolean simulated;
    private final long start;
    private long time;
    private long arrival;

    /** @param header of the recording that the batches are for */
    public Stamps(MarketSource market, RecordingHeader header) {
        this.clock = market.clock();
        this.simulated = market.simulated();
        this.start = header.start();
        this.time = start;
    }

    /** The batch with its times. */
    public RecordedBatch stamp(List<MarketEvent> events) {
        long latest = Long.MIN_VALUE;
        for (MarketEvent event : events) {
            latest = Math.max(
                    latest,
                    switch (event) {
                        case Quote quote -> quote.time();
                        case Trade trade -> trade.time();
                        case Bar bar -> bar.start();
                        case Status status -> Long.MIN_VALUE;
                    });
        }
        // A change of status bears no time of its own.
        time = Math.max(time, latest == Long.MIN_VALUE ? now() : latest);
        arrival = Math.max(arrival, (simulated ? time : now()) - start);
        return new RecordedBatch(time, arrival, events);
    }

    private long now() {
        Instant now = clock.instant();
        return MicroTime.of(now);
    }
}
