package dev.liveticker.desktop.alert;

import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.FeedListener;
import dev.liveticker.message.Alerts;
import dev.liveticker.message.Failure;
import dev.liveticker.message.Notification;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.model.Alert;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What concerns the user's alerts, between the feed's thread, which brings it, and the FX thread, which fetches it once
 * a pulse. Of the list only the newest state is kept; of everything else the newest thousand.
 */
public final class AlertInbox implements FeedListener {

    private static final Logger LOG = LoggerFactory.getLogger(AlertInbox.class);

    /** Twice what a server lets wait for one user. */
    static final int MOST = 1_000;

    /**
     * What came since the last look.
     *
     * @param alerts all of them as they now are; absent if none changed
     * @param terms what the server said of how it keeps them; absent if nothing
     */
    record Delivery(
            @Nullable List<Alert> alerts,
            @Nullable Alerts terms,
            List<Notification> notifications,
            Set<String> acknowledged,
            List<Failure> refusals) {

        boolean isEmpty() {
            return alerts == null
                    && terms == null
                    && notifications.isEmpty()
                    && acknowledged.isEmpty()
                    && refusals.isEmpty();
        }
    }

    private @Nullable List<Alert> alerts;
    private @Nullable Alerts terms;
    private ArrayDeque<Notification> notifications = new ArrayDeque<>();
    private Set<String> acknowledged = new LinkedHashSet<>();
    private ArrayDeque<Failure> refusals = new ArrayDeque<>();
    private boolean open;
    private boolean complained;

    @Override
    public synchronized void onMessages(List<ServerMessage> messages) {
        if (!open) {
            return;
        }
        for (ServerMessage message : messages) {
            if (message instanceof Alerts all) {
                terms = all;
            } else if (message instanceof Failure failure && failure.id() != null) {
                refusals.add(failure);
                bound(refusals);
            }
        }
    }

    @Override
    public synchronized void onState(ConnectionState state) {
        open |= state instanceof ConnectionState.Live;
    }

    @Override
    public synchronized void onAlerts(List<Alert> all) {
        if (open) {
            alerts = all;
        }
    }

    @Override
    public synchronized void onNotification(Notification notification) {
        if (open) {
            notifications.add(notification);
            bound(notifications);
        }
    }

    @Override
    public synchronized void onAcknowledged(String notification) {
        if (open) {
            acknowledged.add(notification);
            bound(acknowledged);
        }
    }

    /** Forgets what came, and takes nothing more in before the next server is live: it is the one before's. */
    synchronized void forget() {
        drain();
        open = false;
    }

    synchronized Delivery drain() {
        Delivery delivery = new Delivery(
                alerts, terms, List.copyOf(notifications), new LinkedHashSet<>(acknowledged), List.copyOf(refusals));
        alerts = null;
        terms = null;
        notifications = new ArrayDeque<>();
        acknowledged = new LinkedHashSet<>();
        refusals = new ArrayDeque<>();
        return delivery;
    }

    private void bound(Collection<?> kept) {
        if (kept.size() > MOST) {
            var oldest = kept.iterator();
            oldest.next();
            oldest.remove();
            if (!complained) {
                complained = true;
                LOG.warn("more than {} things about alerts came at once: the oldest are left out", MOST);
            }
        }
    }
}
