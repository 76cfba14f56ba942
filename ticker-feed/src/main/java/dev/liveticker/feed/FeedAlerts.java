package dev.liveticker.feed;

import dev.liveticker.feed.link.Link;
import dev.liveticker.message.Acknowledged;
import dev.liveticker.message.AlertRemoved;
import dev.liveticker.message.AlertSet;
import dev.liveticker.message.Alerts;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Failure;
import dev.liveticker.message.Notification;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.model.Alert;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The user's side of alerts: requests that are not answered yet, which are repeated when the server allows it and on
 * the next link; the alerts as the server last told them; and which notifications came before. On the feed's loop.
 */
final class FeedAlerts {

    private static final Logger LOG = LoggerFactory.getLogger(FeedAlerts.class);

    private static final int MAX_UNANSWERED = 10_000;
    private static final int MAX_REMEMBERED = 10_000;
    private static final int REQUESTS_PER_FRAME = 50;
    private static final String LIST_ID = "alerts";

    /** One request about one thing at a time: the newest about an alert wins. */
    private record Subject(boolean notification, String id) {}

    private final Consumer<Consumer<FeedListener>> teller;
    private final Map<Subject, ClientMessage.Personal> unanswered = new LinkedHashMap<>();
    private final Map<String, Alert> known = new LinkedHashMap<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private final Set<String> acknowledged = new LinkedHashSet<>();
    private final Repetition repetition;
    private @Nullable Link link;
    private @Nullable String user;
    private boolean following;
    /** The list was asked for and has not come. */
    private boolean listing;

    /** @param teller has the listener told */
    FeedAlerts(FeedLoop loop, Consumer<Consumer<FeedListener>> teller) {
        this.teller = teller;
        this.repetition = new Repetition(loop, this::repeat);
    }

    /** Asks for the alerts, now and on every link from now on. */
    void follow() {
        following = true;
        listing = true;
        send(List.of(new ClientMessage.ListAlerts(LIST_ID)));
    }

    void set(ClientMessage.SetAlert request) {
        ask(new Subject(false, String.valueOf(request.id())), request);
    }

    void remove(String alert) {
        ask(new Subject(false, alert), new ClientMessage.RemoveAlert(alert));
    }

    void acknowledge(String notification) {
        remember(acknowledged, notification);
        ask(new Subject(true, notification), new ClientMessage.Acknowledge(notification));
    }

    private void ask(Subject subject, ClientMessage.Personal request) {
        if (unanswered.size() >= MAX_UNANSWERED && !unanswered.containsKey(subject)) {
            LOG.warn("{} requests about alerts wait for an answer; one more is not taken", MAX_UNANSWERED);
            return;
        }
        unanswered.remove(subject);
        unanswered.put(subject, request);
        send(List.of(request));
    }

    /**
     * A link is welcomed: what was not answered is asked again, unless it is another user who is welcome now.
     *
     * @param newUser who the server says is logged in; absent if it does not say
     */
    void linked(Link newLink, @Nullable String newUser) {
        link = newLink;
        if (user != null && newUser != null && !user.equals(newUser)) {
            LOG.info("Another user is logged in; {} requests about alerts are dropped", unanswered.size());
            forget();
        }
        user = newUser == null ? user : newUser;
        listing = following;
        repeat();
    }

    void unlinked() {
        link = null;
        repetition.cancel();
    }

    /** Another server, which knows nothing of what was asked of this one. */
    void forget() {
        unanswered.clear();
        known.clear();
        seen.clear();
        acknowledged.clear();
        user = null;
    }

    /** Asks again for all that was not answered on this link. */
    void repeat() {
        if (listing) {
            send(List.of(new ClientMessage.ListAlerts(LIST_ID)));
        }
        List<ClientMessage> again = List.copyOf(unanswered.values());
        for (int from = 0; from < again.size(); from += REQUESTS_PER_FRAME) {
            send(again.subList(from, Math.min(again.size(), from + REQUESTS_PER_FRAME)));
        }
    }

    private void send(List<ClientMessage> frame) {
        if (link != null) {
            link.send(frame);
        }
    }

    /** Takes note of what came, and leaves out notifications that came before. */
    List<ServerMessage> admit(List<ServerMessage> frame) {
        List<ServerMessage> admitted = new ArrayList<>(frame.size());
        boolean changed = false;
        for (ServerMessage message : frame) {
            boolean isNew = true;
            switch (message) {
                case Notification notification -> isNew = isNew(notification);
                case Acknowledged done -> {
                    unanswered.remove(new Subject(true, done.id()));
                    remember(seen, done.id());
                    teller.accept(listener -> listener.onAcknowledged(done.id()));
                }
                case AlertSet set -> {
                    Alert alert = set.alert();
                    if (answers(alert.id(), ClientMessage.SetAlert.class)) {
                        unanswered.remove(new Subject(false, alert.id()));
                    }
                    changed |= !alert.equals(known.put(alert.id(), alert));
                }
                case AlertRemoved removed -> {
                    if (answers(removed.id(), ClientMessage.RemoveAlert.class)) {
                        unanswered.remove(new Subject(false, removed.id()));
                    }
                    changed |= known.remove(removed.id()) != null;
                }
                case Alerts all -> {
                    listing = false;
                    known.clear();
                    all.alerts().forEach(alert -> known.put(alert.id(), alert));
                    changed = true;
                }
                case Failure failure -> refused(failure);
                default -> {}
            }
            if (isNew) {
                admitted.add(message);
            }
        }
        if (changed && following) {
            List<Alert> all = List.copyOf(known.values());
            teller.accept(listener -> listener.onAlerts(all));
        }
        return admitted;
    }

    private boolean answers(String alert, Class<? extends ClientMessage.Personal> request) {
        return request.isInstance(unanswered.get(new Subject(false, alert)));
    }

    private boolean isNew(Notification notification) {
        String id = notification.id();
        if (remember(seen, id)) {
            teller.accept(listener -> listener.onNotification(notification));
            return true;
        }
        if (acknowledged.contains(id) && !unanswered.containsKey(new Subject(true, id))) {
            // The server does not know that this is done.
            acknowledge(id);
        }
        return false;
    }

    private void refused(Failure failure) {
        String id = failure.id();
        if (id == null) {
            return;
        }
        Subject alert = new Subject(false, id);
        Subject notification = new Subject(true, id);
        boolean list = listing && id.equals(LIST_ID);
        Long wait = failure.retryAfterMillis();
        if (wait == null) {
            unanswered.remove(alert);
            unanswered.remove(notification);
            listing &= !list;
        } else if (list || unanswered.containsKey(alert) || unanswered.containsKey(notification)) {
            repetition.after(wait);
        }
    }

    /** True if it was not remembered before; of too many the oldest is forgotten. */
    private static boolean remember(Set<String> ids, String id) {
        boolean added = ids.add(id);
        if (ids.size() > MAX_REMEMBERED) {
            ids.remove(ids.iterator().next());
        }
        return added;
    }
}
