package dev.liveticker.server.alert;

import dev.liveticker.message.Acknowledged;
import dev.liveticker.message.AlertRemoved;
import dev.liveticker.message.AlertSet;
import dev.liveticker.message.Failure;
import dev.liveticker.message.Notification;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.model.Alert;
import dev.liveticker.server.hub.Letter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What connections are to be told once it is saved. What concerns a user's alerts is kept by key, so that it does not
 * grow while nothing can be saved.
 */
final class News {

    private final AlertBook book;
    private final Shelf shelf;
    private final Listeners listeners;
    private final List<Letter> answers = new ArrayList<>();
    private final List<Letter> refusals = new ArrayList<>();
    private final Set<AlertKey> alerts = new LinkedHashSet<>();
    private final Set<AlertKey> acknowledged = new LinkedHashSet<>();
    private final Set<String> notified = new LinkedHashSet<>();

    News(AlertBook book, Shelf shelf, Listeners listeners) {
        this.book = book;
        this.shelf = shelf;
        this.listeners = listeners;
    }

    /** For one connection alone. */
    void answer(String session, ServerMessage message) {
        answers.add(new Letter(session, message));
    }

    /** For one connection alone, and at once: it tells nothing of what is not saved yet. */
    void refuse(String session, Failure failure) {
        refusals.add(new Letter(session, failure));
    }

    /** How many answers wait. */
    int waiting() {
        return answers.size();
    }

    /** Everybody of the user is told how the alert now is. */
    void alert(AlertKey key) {
        alerts.add(key);
    }

    /** Everybody of the user is told that the notification will not come again. */
    void acknowledged(String user, String notification) {
        acknowledged.add(new AlertKey(user, notification));
    }

    /** Everybody of the user is told what of the notifications that wait they were not. */
    void notified(String user) {
        notified.add(user);
    }

    /** What need not wait, taken out. */
    List<Letter> takeRefusals() {
        List<Letter> letters = new ArrayList<>(refusals);
        refusals.clear();
        return letters;
    }

    /** All of it, taken out. */
    List<Letter> take() {
        List<Letter> letters = takeRefusals();
        letters.addAll(answers);
        for (AlertKey key : alerts) {
            Alert alert = book.get(key);
            tell(letters, key.user(), alert == null ? new AlertRemoved(key.id()) : new AlertSet(alert));
        }
        for (AlertKey key : acknowledged) {
            tell(letters, key.user(), new Acknowledged(key.id()));
        }
        for (String user : notified) {
            for (Listeners.Listener listener : listeners.of(user)) {
                for (Notification notification : shelf.after(user, listener.toldUpTo())) {
                    letters.add(new Letter(listener.session(), notification));
                }
                listener.told(shelf.lastOrdinal());
            }
        }
        clear();
        return letters;
    }

    /** There is nothing to be told. */
    void clear() {
        answers.clear();
        refusals.clear();
        alerts.clear();
        acknowledged.clear();
        notified.clear();
    }

    private void tell(List<Letter> letters, String user, ServerMessage message) {
        listeners.of(user).forEach(listener -> letters.add(new Letter(listener.session(), message)));
    }
}
