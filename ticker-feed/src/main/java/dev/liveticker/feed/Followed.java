package dev.liveticker.feed;

import dev.liveticker.feed.http.RestMarketData;
import java.util.Collection;

/** A feed whose market data goes where it goes. */
record Followed(Feed feed, RestMarketData data) implements Feed {

    @Override
    public void start() {
        feed.start();
    }

    @Override
    public void subscribe(Collection<Subscription> subscriptions) {
        feed.subscribe(subscriptions);
    }

    @Override
    public void unsubscribe(Collection<Subscription> subscriptions) {
        feed.unsubscribe(subscriptions);
    }

    @Override
    public void apply(FeedSettings settings) {
        data.follow(settings);
        feed.apply(settings);
    }

    @Override
    public void retryNow() {
        feed.retryNow();
    }

    @Override
    public ConnectionState state() {
        return feed.state();
    }

    @Override
    public FeedStatistics statistics() {
        return feed.statistics();
    }

    @Override
    public void close() {
        feed.close();
    }
}
