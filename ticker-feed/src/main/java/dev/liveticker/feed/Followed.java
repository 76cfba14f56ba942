package dev.liveticker.feed;

import dev.liveticker.feed.http.RestCalls;
import dev.liveticker.message.ClientMessage;
import java.util.Collection;

/** A feed whose REST calls go where it goes. */
record Followed(Feed feed, RestCalls calls) implements Feed {

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
    public void followAlerts() {
        feed.followAlerts();
    }

    @Override
    public void setAlert(ClientMessage.SetAlert alert) {
        feed.setAlert(alert);
    }

    @Override
    public void removeAlert(String alert) {
        feed.removeAlert(alert);
    }

    @Override
    public void acknowledge(String notification) {
        feed.acknowledge(notification);
    }

    @Override
    public void apply(FeedSettings settings) {
        calls.follow(settings);
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
