package dev.liveticker.feed;

import dev.liveticker.message.ClientMessage;
import java.util.Collection;

/** A feed that passes on to another whatever it does not do otherwise. */
public abstract class ForwardingFeed implements Feed {

    private final Feed feed;

    /** @param feed what is passed on goes there */
    protected ForwardingFeed(Feed feed) {
        this.feed = feed;
    }

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
