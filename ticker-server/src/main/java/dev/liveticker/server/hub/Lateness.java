package dev.liveticker.server.hub;

import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.MicroTime;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Looks some times a second at how old events are, by the market's clock, when they come. For the hub's thread. */
final class Lateness {

    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long UNKNOWN = Long.MIN_VALUE;

    private final InstantSource clock;
    private final HubFigures figures;
    private long lookedAt = Long.MIN_VALUE / 2;

    /** @param clock the market's */
    Lateness(InstantSource clock, HubFigures figures) {
        this.clock = clock;
        this.figures = figures;
    }

    /** @param now in the core's nanoseconds */
    void look(List<MarketEvent> batch, long now) {
        if (batch.isEmpty() || now - lookedAt < EVERY_NANOS) {
            return;
        }
        long time = time(batch.getLast());
        if (time != UNKNOWN) {
            lookedAt = now;
            figures.late(MicroTime.of(clock.instant()) - time);
        }
    }

    private static long time(MarketEvent event) {
        return switch (event) {
            case Quote quote -> quote.time();
            case Trade trade -> trade.time();
            case Status _, Bar _ -> UNKNOWN;
        };
    }
}
