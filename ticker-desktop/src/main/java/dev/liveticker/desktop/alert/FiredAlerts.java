package dev.liveticker.desktop.alert;

import dev.liveticker.desktop.storage.Kept;
import dev.liveticker.feed.Feed;
import dev.liveticker.message.Notification;
import dev.liveticker.model.Alert;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What fired on the server in use: announced once, kept, and acknowledged when it is seen. On the FX thread. */
final class FiredAlerts {

    private final Feed feed;
    private final Kept<AlertHistory> kept;
    private final Announcements announcements;
    private final ObservableList<FiredAlert> list = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper();
    private String server;

    /** @param server names the server in use */
    FiredAlerts(Feed feed, Kept<AlertHistory> kept, Announcements announcements, String server) {
        this.feed = feed;
        this.kept = kept;
        this.announcements = announcements;
        this.server = server;
        kept.value().subscribe(this::recount);
        recount();
    }

    /** Newest first. */
    ObservableList<FiredAlert> list() {
        return list;
    }

    ReadOnlyIntegerProperty unseen() {
        return unseen.getReadOnlyProperty();
    }

    void moveTo(String newServer) {
        announcements.forget();
        server = newServer;
        recount();
    }

    /**
     * Takes in what the server told.
     *
     * @param alerts finds the alert that fired, as far as it is known
     */
    void take(List<Notification> notifications, Function<String, Optional<Alert>> alerts) {
        AlertHistory before = kept.get();
        Set<String> ids = new HashSet<>();
        List<FiredAlert> now = new ArrayList<>();
        for (Notification notification : notifications) {
            Optional<FiredAlert> old = before.find(server, notification.id());
            if (old.isPresent()) {
                if (old.get().seen()) {
                    // The server was not told of it, or has forgotten.
                    feed.acknowledge(notification.id());
                }
            } else if (ids.add(notification.id())) {
                Optional<Alert> alert =
                        Optional.ofNullable(notification.alert()).flatMap(alerts);
                now.add(FiredAlert.of(server, notification, alert.orElse(null)));
            }
        }
        if (!now.isEmpty()) {
            now.forEach(announcements::add);
            kept.change(history -> history.with(now));
        }
    }

    /** Another device has shown these. */
    void seenElsewhere(Set<String> ids) {
        if (!ids.isEmpty()) {
            kept.change(history -> history.seen(each -> each.isOf(server) && ids.contains(each.id())));
        }
    }

    /** The user sees them. */
    void see() {
        if (unseen.get() > 0) {
            list.stream().filter(each -> !each.seen()).forEach(each -> feed.acknowledge(each.id()));
            kept.change(history -> history.seen(each -> each.isOf(server)));
        }
    }

    /** Has them written anew. */
    void rewrite() {
        list.setAll(List.copyOf(list));
    }

    private void recount() {
        List<FiredAlert> now = kept.get().of(server);
        if (!now.equals(list)) {
            list.setAll(now);
        }
        unseen.set((int) now.stream().filter(each -> !each.seen()).count());
    }
}
