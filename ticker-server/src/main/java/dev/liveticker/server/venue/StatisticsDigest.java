package dev.liveticker.server.venue;

import dev.liveticker.feed.FeedLoop;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what a venue does wrong: at most one line a minute, and only if something new is to be complained of. */
final class StatisticsDigest {

    private static final Logger LOG = LoggerFactory.getLogger(StatisticsDigest.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final String venue;
    private final VenueStatistics statistics;
    private final FeedLoop loop;
    private String told = "";

    StatisticsDigest(String venue, VenueStatistics statistics, FeedLoop loop) {
        this.venue = venue;
        this.statistics = statistics;
        this.loop = loop;
    }

    /** Begins, and goes on until the loop is closed. */
    void follow() {
        loop.schedule(EVERY, () -> {
            String now = statistics.complaints();
            if (!now.equals(told)) {
                told = now;
                LOG.warn("{} since the start: {}", venue, now);
            }
            follow();
        });
    }
}
