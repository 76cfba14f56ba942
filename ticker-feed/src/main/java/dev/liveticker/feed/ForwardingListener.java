package dev.liveticker.feed;

import dev.liveticker.message.Notification;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.model.Alert;
import java.util.List;

/** Passes on to another listener whatever it does not do otherwise. */
public abstract class ForwardingListener implements FeedListener {

    private final FeedListener listener;

    /** @param listener what is passed on goes there */
    protected ForwardingListener(FeedListener listener) {
        this.listener = listener;
    }

    @Override
    public void onMessages(List<ServerMessage> messages) {
        listener.onMessages(messages);
    }

    @Override
    public void onNotification(Notification notification) {
        listener.onNotification(notification);
    }

    @Override
    public void onAcknowledged(String notification) {
        listener.onAcknowledged(notification);
    }

    @Override
    public void onAlerts(List<Alert> alerts) {
        listener.onAlerts(alerts);
    }

    @Override
    public void onState(ConnectionState state) {
        listener.onState(state);
    }
}
