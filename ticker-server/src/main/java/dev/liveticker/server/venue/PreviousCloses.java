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
 * the start and after each midnight, and again until there is an answer; until then it is as it was, at the start
 * absent. Used on the loop alone.
 */
final class PreviousCloses {

    private static final Logger LOG = LoggerFactory.getLogger(PreviousCloses.class);

    /** After midnight, for the venue to have made up its day. */
    static final Duration LATE = Duration.ofSeconds(15);

    /** After a request that failed. */
    static final Duration AGAIN = Duration.ofMinutes(1);

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
        Instant today = today(now);
        Instant yesterday = today.minus(1, ChronoUnit.DAYS);
        boolean asked = false;
        for (Symbol symbol : protocol.symbols()) {
            asked |= ask(symbol, yesterday);
        }
        if (asked) {
            loop.schedule(
                    Duration.between(now, today.plus(1, ChronoUnit.DAYS).plus(LATE))
                            .plusMillis(1),
                    this::follow);
        }
    }

    /** Whether there is anything to ask. */
    private boolean ask(Symbol symbol, Instant day) {
        String path = protocol.dailyBars(symbol, day).orElse("");
        if (path.isEmpty()) {
            return false;
        }
        requests.get(path, answer -> out.accept(symbol, protocol.readClose(answer, day)), loss -> {
            LOG.debug("the previous close of {} cannot be had: {}", symbol, loss.why());
            loop.schedule(AGAIN, () -> {
                if (today(loop.wallClock()).minus(1, ChronoUnit.DAYS).equals(day)) {
                    ask(symbol, day);
                }
            });
        });
        return true;
    }

    private static Instant today(Instant now) {
        return now.minus(LATE).truncatedTo(ChronoUnit.DAYS);
    }
}
