package dev.liveticker.desktop.fake;

import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.Feed;
import dev.liveticker.feed.FeedListener;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.FeedStatistics;
import dev.liveticker.feed.Subscription;
import dev.liveticker.feed.Transport;
import dev.liveticker.message.Alerts;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Failure;
import dev.liveticker.message.Notification;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Alert;
import dev.liveticker.model.AlertCondition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A feed that does what a test tells it to, and remembers what it was asked for. */
public final class FakeFeed implements Feed {

    private final FeedListener listener;
    private final Set<Subscription> subscriptions = new LinkedHashSet<>();
    private volatile FeedSettings settings;
    private volatile ConnectionState state = new ConnectionState.Idle();
    private volatile FeedStatistics statistics = new FeedStatistics(null, 0, 0, 0, 0, 0, null);
    private volatile int retries;
    private volatile boolean started;
    private volatile boolean closed;
    private final List<ClientMessage.Personal> asked = new ArrayList<>();
    private final Map<String, Alert> alerts = new LinkedHashMap<>();
    private boolean answersAlerts = true;
    private boolean followsAlerts;
    private int notifications;

    public FakeFeed(FeedSettings settings, FeedListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /** One that nobody listens to. */
    public FakeFeed() {
        this(null, new FeedListener() {
            @Override
            public void onMessages(List<ServerMessage> messages) {}

            @Override
            public void onState(ConnectionState state) {}
        });
    }

    public void become(ConnectionState next) {
        state = next;
        listener.onState(next);
    }

    public void goLive(Transport transport) {
        become(new ConnectionState.Live(transport));
        deliver(new Welcome(1, "fake", "abc", 0, "s1", 5_000, 0, true, "SIMULATED", null));
        tellAlerts();
    }

    public void deliver(ServerMessage... messages) {
        listener.onMessages(List.of(messages));
    }

    /** From now on requests about alerts are taken, and not answered. */
    public synchronized void leaveAlertsUnanswered() {
        answersAlerts = false;
    }

    /** Everything that was asked about alerts, oldest first. */
    public synchronized List<ClientMessage.Personal> asked() {
        return List.copyOf(asked);
    }

    /** The alerts that the server has. */
    public synchronized List<Alert> alerts() {
        return List.copyOf(alerts.values());
    }

    /** The server has these alerts, as another device left them. */
    public synchronized void has(Alert... others) {
        alerts.clear();
        for (Alert alert : others) {
            alerts.put(alert.id(), alert);
        }
        tellAlerts();
    }

    /** An alert fires at a price; its notification's id is n1, n2 and so on. */
    public synchronized void fire(String alert, String price, long time) {
        Alert fired = alerts.get(alert).fired(time);
        alerts.put(alert, fired);
        Notification notification = new Notification(
                "n" + ++notifications,
                "local",
                "alert",
                alert,
                fired.symbol(),
                fired.symbol() + " at " + price,
                Some.price(price),
                time);
        notify(notification);
        tellAlerts();
    }

    /** The server has something for the user. */
    public void notify(Notification notification) {
        listener.onNotification(notification);
        deliver(notification);
    }

    /** The server refuses what was asked of an alert or a notification. */
    public void refuse(String id, String code) {
        deliver(new Failure(code, "said in English", id, null));
    }

    private void tellAlerts() {
        if (followsAlerts) {
            List<Alert> all = alerts();
            listener.onAlerts(all);
            deliver(new Alerts("alerts", all, true, 0));
        }
    }

    public void report(FeedStatistics next) {
        statistics = next;
    }

    public synchronized Set<Subscription> subscriptions() {
        return new LinkedHashSet<>(subscriptions);
    }

    public FeedSettings settings() {
        return settings;
    }

    public int retries() {
        return retries;
    }

    public boolean started() {
        return started;
    }

    public boolean closed() {
        return closed;
    }

    @Override
    public void start() {
        started = true;
    }

    @Override
    public synchronized void subscribe(Collection<Subscription> wanted) {
        subscriptions.addAll(wanted);
    }

    @Override
    public synchronized void unsubscribe(Collection<Subscription> unwanted) {
        subscriptions.removeAll(List.copyOf(unwanted));
    }

    @Override
    public synchronized void followAlerts() {
        followsAlerts = true;
        if (state instanceof ConnectionState.Live) {
            tellAlerts();
        }
    }

    @Override
    public synchronized void setAlert(ClientMessage.SetAlert request) {
        asked.add(request);
        if (answersAlerts) {
            Alert alert = new Alert(
                    request.id(),
                    request.symbol(),
                    AlertCondition.parse(request.condition()).orElseThrow(),
                    request.price(),
                    request.percent(),
                    Boolean.TRUE.equals(request.repeat()),
                    request.note(),
                    true,
                    null);
            alerts.put(alert.id(), alert);
            tellAlerts();
        }
    }

    @Override
    public synchronized void removeAlert(String alert) {
        asked.add(new ClientMessage.RemoveAlert(alert));
        if (answersAlerts) {
            alerts.remove(alert);
            tellAlerts();
        }
    }

    @Override
    public synchronized void acknowledge(String notification) {
        asked.add(new ClientMessage.Acknowledge(notification));
        if (answersAlerts) {
            listener.onAcknowledged(notification);
        }
    }

    @Override
    public void apply(FeedSettings next) {
        settings = next;
    }

    @Override
    public synchronized void retryNow() {
        retries++;
    }

    @Override
    public ConnectionState state() {
        return state;
    }

    @Override
    public FeedStatistics statistics() {
        return statistics;
    }

    @Override
    public void close() {
        closed = true;
    }
}
