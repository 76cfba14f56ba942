package dev.liveticker.desktop.app;

import dev.liveticker.feed.Feed;
import dev.liveticker.feed.ForwardingFeed;
import dev.liveticker.feed.Subscription;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One feed used by several features, none of which ends what another still looks at: what is streamed is what at least
 * one share wants. Safe in any thread.
 */
final class FeedShares {

    private final Feed feed;
    private final Map<Subscription, Integer> holders = new HashMap<>();

    FeedShares(Feed feed) {
        this.feed = feed;
    }

    /** A share for one feature. Closing it ends what it wanted, and not the feed. */
    Feed share() {
        return new Share();
    }

    private synchronized void hold(Set<Subscription> held, Collection<Subscription> wanted) {
        List<Subscription> first = new ArrayList<>();
        for (Subscription subscription : wanted) {
            if (held.add(subscription) && holders.merge(subscription, 1, Integer::sum) == 1) {
                first.add(subscription);
            }
        }
        if (!first.isEmpty()) {
            feed.subscribe(first);
        }
    }

    private synchronized void letGo(Set<Subscription> held, Collection<Subscription> unwanted) {
        List<Subscription> last = new ArrayList<>();
        for (Subscription subscription : unwanted) {
            if (held.remove(subscription)
                    && holders.computeIfPresent(subscription, (key, count) -> count == 1 ? null : count - 1) == null) {
                last.add(subscription);
            }
        }
        if (!last.isEmpty()) {
            feed.unsubscribe(last);
        }
    }

    private final class Share extends ForwardingFeed {

        private final Set<Subscription> held = new HashSet<>();

        Share() {
            super(FeedShares.this.feed);
        }

        @Override
        public void subscribe(Collection<Subscription> subscriptions) {
            hold(held, subscriptions);
        }

        @Override
        public void unsubscribe(Collection<Subscription> subscriptions) {
            letGo(held, List.copyOf(subscriptions));
        }

        @Override
        public void close() {
            synchronized (FeedShares.this) {
                letGo(held, List.copyOf(held));
            }
        }
    }
}
