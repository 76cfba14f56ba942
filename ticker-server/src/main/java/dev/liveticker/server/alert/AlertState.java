package dev.liveticker.server.alert;

import dev.liveticker.message.AlertSet;
import dev.liveticker.message.Notification;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.packed.MalformedStateException;
import dev.liveticker.server.packed.PackedReader;
import dev.liveticker.server.packed.PackedWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All alerts and notifications at one moment: enough to fire and to name the same of what follows. Nothing in it
 * depends on who is connected. Never changed.
 *
 * @param book of alerts
 * @param notifications that wait to be acknowledged, by ordinal
 * @param lastOrdinal the newest that was given
 * @param dropped how many notifications of a user were dropped
 * @param fired how many notifications there ever were
 */
public record AlertState(
        Book book, List<KeptNotification> notifications, long lastOrdinal, Map<String, Long> dropped, long fired) {

    public AlertState {
        dropped = Collections.unmodifiableMap(new LinkedHashMap<>(dropped));
    }

    /**
     * @param alerts of each user in the order in which they were first set
     * @param armed those that wait for a price, in the order in which they fire where several are crossed at one level
     */
    record Book(List<OwnedAlert> alerts, List<AlertKey> armed, Map<Symbol, Reference> references) {}

    /** Writes it. */
    public void write(PackedWriter to) {
        to.count(book.alerts.size());
        book.alerts.forEach(owned -> to.text(owned.user()));
        to.messages(
                book.alerts.stream().map(owned -> new AlertSet(owned.alert())).toList());
        to.count(book.armed.size());
        book.armed.forEach(key -> to.text(key.user()).text(key.id()));
        to.count(book.references.size());
        book.references.forEach((symbol, reference) -> {
            to.text(symbol.text());
            decimal(to, reference.last());
            decimal(to, reference.previousClose());
            decimal(to, reference.changeFrom());
        });
        to.count(notifications.size());
        notifications.forEach(kept -> to.count(kept.ordinal()));
        to.messages(notifications.stream().map(KeptNotification::notification).toList());
        to.count(lastOrdinal);
        to.count(dropped.size());
        dropped.forEach((user, count) -> to.text(user).count(count));
        to.count(fired);
    }

    private static void decimal(PackedWriter to, @Nullable BigDecimal value) {
        to.flag(value != null);
        if (value != null) {
            to.difference(value.scale()).bytes(value.unscaledValue().toByteArray());
        }
    }

    /** Reads one. */
    public static AlertState read(PackedReader from) throws MalformedStateException {
        Book book = book(from);
        List<Long> ordinals = new ArrayList<>();
        for (int left = from.size(Integer.MAX_VALUE); left > 0; left--) {
            ordinals.add(from.count(0, Long.MAX_VALUE));
        }
        List<Notification> notifications = from.messages(Notification.class);
        if (notifications.size() != ordinals.size()) {
            throw new MalformedStateException("not as many notifications as ordinals");
        }
        List<KeptNotification> kept = new ArrayList<>(ordinals.size());
        for (int i = 0; i < ordinals.size(); i++) {
            kept.add(new KeptNotification(ordinals.get(i), notifications.get(i)));
        }
        long lastOrdinal = from.count(0, Long.MAX_VALUE);
        Map<String, Long> dropped = new LinkedHashMap<>();
        for (int left = from.size(Integer.MAX_VALUE); left > 0; left--) {
            dropped.put(from.text(), from.count(0, Long.MAX_VALUE));
        }
        return new AlertState(book, kept, lastOrdinal, dropped, from.count(0, Long.MAX_VALUE));
    }

    private static Book book(PackedReader from) throws MalformedStateException {
        List<String> users = new ArrayList<>();
        for (int left = from.size(Integer.MAX_VALUE); left > 0; left--) {
            users.add(from.text());
        }
        List<AlertSet> said = from.messages(AlertSet.class);
        if (said.size() != users.size()) {
            throw new MalformedStateException("not as many alerts as owners");
        }
        List<OwnedAlert> alerts = new ArrayList<>(users.size());
        for (int i = 0; i < users.size(); i++) {
            alerts.add(new OwnedAlert(users.get(i), said.get(i).alert()));
        }
        List<AlertKey> armed = new ArrayList<>();
        for (int left = from.size(Integer.MAX_VALUE); left > 0; left--) {
            armed.add(new AlertKey(from.text(), from.text()));
        }
        Map<Symbol, Reference> references = new LinkedHashMap<>();
        for (int left = from.size(Integer.MAX_VALUE); left > 0; left--) {
            String text = from.text();
            Symbol symbol = Symbol.parse(text).orElseThrow(() -> new MalformedStateException("no symbol"));
            references.put(symbol, new Reference(decimal(from), decimal(from), decimal(from)));
        }
        return new Book(alerts, armed, references);
    }

    private static @Nullable BigDecimal decimal(PackedReader from) throws MalformedStateException {
        if (!from.flag()) {
            return null;
        }
        long scale = from.difference();
        byte[] unscaled = from.bytes();
        // As many digits as a price of the protocol may have, and more.
        if (Math.abs(scale) > 1_000 || unscaled.length == 0 || unscaled.length > 1_000) {
            throw new MalformedStateException("no price");
        }
        return new BigDecimal(new BigInteger(unscaled), (int) scale);
    }
}
