package dev.liveticker.server.recording;

import dev.liveticker.message.MarketEvent;
import java.util.List;

/**
 * What a market published at once.
 *
 * @param time up to when the market had come, microseconds since the Unix epoch: the latest time that an event so far
 *     bore
 * @param arrival when it was published, microseconds on the market's own clock since the recording's start; not
 *     negative, never less than that of the batch before
 * @param events in their order, unnumbered
 */
public record RecordedBatch(long time, long arrival, List<MarketEvent> events) {

    public RecordedBatch {
        events = List.copyOf(events);
    }
}
