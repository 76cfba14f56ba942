package dev.liveticker.server.node;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.server.packed.MalformedStateException;
import dev.liveticker.server.packed.PackedReader;
import dev.liveticker.server.packed.PackedWriter;
import java.util.List;

/**
 * What happened in the market at once, as an entry of the log has it.
 *
 * @param time the market's clock on the node that ran it, microseconds since the Unix epoch
 * @param events in order, unnumbered
 */
record MarketBatch(long time, List<MarketEvent> events) {

    private static final byte VERSION = 1;

    byte[] encode() {
        return new PackedWriter()
                .count(VERSION)
                .difference(time)
                .messages(events)
                .written();
    }

    static MarketBatch decode(byte[] bytes) throws MalformedStateException {
        PackedReader from = new PackedReader(bytes);
        from.count(VERSION, VERSION);
        long time = from.difference();
        List<MarketEvent> events = from.messages(MarketEvent.class);
        from.end();
        return new MarketBatch(time, events);
    }
}
