package dev.liveticker.feed;

import dev.liveticker.message.Bar;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Symbol;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches from REST what the stream lost, a few at a time, so that a gap on every symbol does not become a storm of
 * requests. On the feed's thread.
 */
final class GapHealer {

    private static final Logger LOG = LoggerFactory.getLogger(GapHealer.class);

    private static final int AT_ONCE = 2;
    private static final int LIMIT = 1_000;
    private static final int ATTEMPTS = 3;
    private static final Duration SPACING = Duration.ofMillis(50);
    private static final Duration RETRY = Duration.ofSeconds(2);

    /** Takes in what was fetched, on the feed's thread. */
    interface Sink {

        /** @param all whether the server keeps no older ones */
        void trades(Symbol symbol, List<Trade> kept, boolean all);

        /** @param all likewise */
        void bars(Subscription subscription, List<Bar> kept, boolean all);
    }

    private final MarketData data;
    private final FeedLoop loop;
    private final Sink sink;
    private final SequencedSet<Subscription> waiting = new LinkedHashSet<>();
    private final Map<Subscription, Integer> attempts = new HashMap<>();
    private int underway;
    /** How many servers were left behind; what one of them answers late says nothing of the present one's stream. */
    private int leftBehind;

    GapHealer(MarketData data, FeedLoop loop, Sink sink) {
        this.data = data;
        this.loop = loop;
        this.sink = sink;
    }

    void heal(Collection<Subscription> holes) {
        waiting.addAll(holes);
        next();
    }

    /** Another server, which knows nothing of what the one before lost. */
    void forget() {
        leftBehind++;
        waiting.clear();
        attempts.clear();
    }

    private void next() {
        while (underway < AT_ONCE && !waiting.isEmpty()) {
            Subscription hole = waiting.removeFirst();
            underway++;
            switch (hole.channel()) {
                case TRADES ->
                    fetch(
                            hole,
                            data.trades(hole.symbol(), LIMIT),
                            trades -> sink.trades(hole.symbol(), trades, trades.size() < LIMIT));
                case BARS ->
                    fetch(
                            hole,
                            data.bars(hole.symbol(), Objects.requireNonNull(hole.interval()), LIMIT),
                            bars -> sink.bars(hole, bars, bars.size() < LIMIT));
                case QUOTES -> underway--;
            }
        }
    }

    private <T> void fetch(Subscription hole, CompletableFuture<List<T>> fetched, Consumer<List<T>> use) {
        int before = leftBehind;
        var _ = fetched.whenComplete((list, failure) -> loop.execute(() -> {
            loop.schedule(SPACING, () -> {
                underway--;
                next();
            });
            if (before != leftBehind) {
                return;
            }
            if (failure == null) {
                attempts.remove(hole);
                use.accept(list);
            } else if (attempts.merge(hole, 1, Integer::sum) < ATTEMPTS) {
                loop.schedule(wait(failure), () -> again(hole, before));
            } else {
                attempts.remove(hole);
                LOG.warn("What was lost of {} could not be fetched", hole.symbol(), failure);
            }
        }));
    }

    private static Duration wait(Throwable failure) {
        return failure instanceof TryLaterException later && later.retryAfter().compareTo(RETRY) > 0
                ? later.retryAfter()
                : RETRY;
    }

    private void again(Subscription hole, int before) {
        if (before == leftBehind) {
            heal(Set.of(hole));
        }
    }
}
