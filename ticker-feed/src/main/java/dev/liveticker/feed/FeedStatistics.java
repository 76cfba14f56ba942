package dev.liveticker.feed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the feed does; all counts since it was started.
 *
 * @param latency half the round trip of the last ping; absent before the first answer and on transports without one
 * @param messages market messages taken in
 * @param duplicates dropped because their number was seen before
 * @param gaps holes in a lossless channel, found by number or announced
 * @param healed gaps filled from REST
 * @param reconnects how often it was live again after a loss
 * @param epoch the numbering it reads; absent before the first welcome
 */
public record FeedStatistics(
        @Nullable Duration latency,
        long messages,
        long duplicates,
        long gaps,
        long healed,
        long reconnects,
        @Nullable String epoch) {}
