package dev.liveticker.server.venue;

import dev.liveticker.feed.FeedLoop;
import dev.liveticker.model.Symbol;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a venue trades round the clock, the previous close is the last price of the UTC day before. It is asked for at
 * the start and after each midnight; until it is known, or if it cannot be had, it is absent. Used on the loop alone.
 */
final class PreviousCloses {

    private static final Logger LOG = LoggerFactory.getLogger(PreviousCloses.class);

    /** After midnight, for the venue to have made up its day. */
    static final Duration LATE = Duration.ofSeconds(15);

    private final VenueProtocol protocol;
    private final VenueRequests requests;
    private final FeedLoop loop;
    private final BiConsumer<Symbol, Figure> out;

    PreviousCloses(VenueProtocol protocol, VenueRequests requests, FeedLoop loop, BiConsumer<Symbol, Figure> out) {
        this.protocol = protocol;
        this.requests = requests;
        this.loop = loop;
        this.out = out;
    }

    /** Asks now, and then every day. */
    void follow() {
        Instant now = loop.wallClock();
        Instant today = now.minus(LATE).truncatedTo(ChronoUnit.DAYS);
        Instant yesterday = today.minus(1, ChronoUnit.DAYS);
        boolean asked = false;
        for (Symbol symbol : protocol.symbols()) {
            String path = protocol.dailyBars(symbol, yesterday).orElse("");
            if (!path.isEmpty()) {
                asked = true;
                requests.get(
                        path,
                        answer -> out.accept(symbol, protocol.readClose(answer, yesterday)),
                        loss -> LOG.debug("the previous close of {} cannot be had: {}", symbol, loss.why()));
            }
        }
        if (asked) {
            loop.schedule(
                    Duration.between(now, today.plus(1, ChronoUnit.DAYS).plus(LATE))
                            .plusMillis(1),
                    this::follow);
        }
    }
}
