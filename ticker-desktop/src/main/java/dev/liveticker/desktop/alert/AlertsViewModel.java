package dev.liveticker.desktop.alert;

import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.desktop.storage.Kept;
import dev.liveticker.desktop.text.Quantity;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.feed.Feed;
import dev.liveticker.message.Alerts;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Failure;
import dev.liveticker.model.Alert;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The user's alerts, which the server in use keeps and watches, and what fired, which is kept here for each server.
 * Belongs to the FX thread; needs no toolkit.
 */
public final class AlertsViewModel implements AutoCloseable {

    /** How long the way back from a removal is offered. */
    static final Duration UNDO_OFFERED = Duration.ofSeconds(8);

    private static final Set<String> NO_ALERTS_AT_ALL = Set.of("unauthenticated", "not_supported");

    /**
     * The alert that was taken off the list last.
     *
     * @param untilNanos how long the way back is offered; keys know it for longer
     * @param askedServer whether the server has removed it, and would have to set it again
     */
    private record Removal(Alert alert, long untilNanos, boolean askedServer) {}

    private final Feed feed;
    private final InstrumentDirectory instruments;
    private final AlertInbox inbox;
    private final Announcements announcements;
    private final Function<Symbol, Optional<BigDecimal>> lastPrice;
    private final AlertWords words;
    private final AlertLedger ledger = new AlertLedger();
    private final ObservableList<AlertRow> rows = FXCollections.observableArrayList();
    private final FiredAlerts fired;
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper offered = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<AlertFormViewModel> form = new ReadOnlyObjectWrapper<>();
    private @Nullable Alerts terms;
    private @Nullable Removal removal;
    private String unavailable = "";
    private boolean instrumentsKnown;
    private boolean known;
    private boolean live;
    private boolean seeing;

    /**
     * @param kept what fired before
     * @param server names the server in use
     * @param lastPrice the newest price of a symbol, as far as it is known
     */
    public AlertsViewModel(
            Feed feed,
            InstrumentDirectory instruments,
            AlertInbox inbox,
            Kept<AlertHistory> kept,
            Announcements announcements,
            String server,
            Function<Symbol, Optional<BigDecimal>> lastPrice) {
        this.feed = feed;
        this.instruments = instruments;
        this.inbox = inbox;
        this.announcements = announcements;
        this.fired = new FiredAlerts(feed, kept, announcements, server);
        this.lastPrice = lastPrice;
        this.words = new AlertWords(instruments);
        // Prices are written anew when their decimals are known.
        instruments.onLoaded(this::rewrite);
        feed.followAlerts();
        describe();
    }

    /** The alerts, by symbol; changed only by this view model. */
    ObservableList<AlertRow> rows() {
        return rows;
    }

    /** What fired on this server, newest first. */
    ObservableList<FiredAlert> fired() {
        return fired.list();
    }

    /** How many of those that fired were not seen yet. */
    public ReadOnlyIntegerProperty unseen() {
        return fired.unseen();
    }

    /** What is to be known of the list as a whole, for people; empty if all is well. */
    public ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    /** The removal whose way back is offered, for people; empty if there is none. */
    public ReadOnlyStringProperty offered() {
        return offered.getReadOnlyProperty();
    }

    /** The form that is being filled in; holds nothing if there is none. */
    public ReadOnlyObjectProperty<AlertFormViewModel> form() {
        return form.getReadOnlyProperty();
    }

    AlertWords words() {
        return words;
    }

    /** What draws attention to what fires. */
    public Announcements announcements() {
        return announcements;
    }

    /**
     * Opens a form for an alert that is not there yet.
     *
     * @param symbol absent for one to be typed
     * @param price to cross; absent for one to be typed
     */
    public void create(@Nullable Symbol symbol, @Nullable BigDecimal price) {
        AlertFormViewModel empty = form(UUID.randomUUID().toString(), false);
        empty.fill(symbol, price);
        form.set(empty);
    }

    /** Opens a form for changing an alert. */
    void edit(AlertRow row) {
        Alert alert = row.alert();
        boolean there = row.standing() != AlertRow.Standing.REFUSED;
        AlertFormViewModel filled = form(alert.id(), there);
        filled.fill(alert);
        form.set(filled);
    }

    private AlertFormViewModel form(String id, boolean changing) {
        return new AlertFormViewModel(
                id,
                changing,
                instruments,
                symbol -> !instrumentsKnown || instruments.find(symbol).isPresent(),
                lastPrice,
                this::ask);
    }

    /** Puts the form away. */
    public void closeForm() {
        form.set(null);
    }

    /** Arms an alert that fired, or asks again for one that was refused. */
    void arm(AlertRow row) {
        ask(row.alert());
    }

    /** Takes an alert off the list. */
    void remove(AlertRow row, long nowNanos) {
        settleRemoval();
        Alert alert = row.alert();
        boolean servers = ledger.remove(alert.id());
        // One that cannot fire any more is left with the server for as long as the way back is offered: set again it
        // would be armed, which it was not.
        boolean atOnce = servers && row.standing() != AlertRow.Standing.FIRED;
        if (atOnce) {
            feed.removeAlert(alert.id());
        }
        if (servers) {
            removal = new Removal(alert, nowNanos + UNDO_OFFERED.toNanos(), atOnce);
            offered.set(Texts.of("alert.removed", alert.symbol().text(), words.condition(row)));
        }
        refresh();
    }

    /**
     * Brings the alert that was removed last back. Without effect if there is none, or it cannot come back as it was.
     */
    public void undo() {
        Removal last = removal;
        if (last == null) {
            return;
        }
        removal = null;
        offered.set("");
        if (last.askedServer()) {
            ask(last.alert());
        } else {
            ledger.keep(last.alert().id());
            refresh();
        }
    }

    /** Whether what fired is before the user's eyes: then it is seen, and said so to the server. */
    public void seeing(boolean isSeeing) {
        seeing = isSeeing;
        if (seeing) {
            fired.see();
        }
    }

    /** Goes to another server, which has alerts of its own. Called before anything comes from it. */
    public void moveTo(String newServer) {
        settleRemoval();
        inbox.forget();
        ledger.forget();
        fired.moveTo(newServer);
        terms = null;
        unavailable = "";
        known = false;
        instrumentsKnown = false;
        form.set(null);
        refresh();
    }

    /** Whether the connection is live. */
    public void live(boolean isLive) {
        live = isLive;
        if (isLive) {
            unavailable = "";
        }
        describe();
    }

    /** Takes in what came since the last call. */
    public void pulse(long nowNanos) {
        AlertInbox.Delivery delivery = inbox.drain();
        if (!delivery.isEmpty()) {
            if (delivery.terms() != null) {
                terms = delivery.terms();
            }
            if (delivery.alerts() != null) {
                known = true;
                unavailable = "";
                ledger.tell(delivery.alerts());
            }
            fired.take(delivery.notifications(), ledger::find);
            fired.seenElsewhere(delivery.acknowledged());
            delivery.refusals().forEach(this::refused);
            refresh();
            if (seeing) {
                fired.see();
            }
        }
        if (removal != null && nowNanos - removal.untilNanos() >= 0) {
            offered.set("");
            if (!removal.askedServer()) {
                settleRemoval();
            }
        }
        announcements.pulse(nowNanos, words);
    }

    /** Says to the server what was put off. */
    @Override
    public void close() {
        settleRemoval();
    }

    private void ask(Alert wanted) {
        form.set(null);
        if (!ledger.has(wanted)) {
            ledger.ask(wanted);
            feed.setAlert(new ClientMessage.SetAlert(
                    wanted.id(),
                    wanted.symbol(),
                    wanted.condition().code(),
                    wanted.price(),
                    wanted.percent(),
                    wanted.repeat(),
                    wanted.note()));
            refresh();
        }
    }

    private void settleRemoval() {
        if (removal != null && !removal.askedServer()) {
            feed.removeAlert(removal.alert().id());
        }
        removal = null;
        offered.set("");
    }

    private void refused(Failure failure) {
        String id = failure.id();
        if (id == null || failure.retryAfterMillis() != null) {
            // The feed asks again by itself.
            return;
        }
        String why = AlertWords.refusal(failure);
        if (NO_ALERTS_AT_ALL.contains(failure.code())) {
            unavailable = why;
        }
        ledger.refuse(id, why);
    }

    private void refresh() {
        List<AlertRow> now = ledger.rows();
        if (now.size() == rows.size()) {
            // One by one, so that a selection stays where it is.
            for (int i = 0; i < now.size(); i++) {
                if (!now.get(i).equals(rows.get(i))) {
                    rows.set(i, now.get(i));
                }
            }
        } else {
            rows.setAll(now);
        }
        describe();
    }

    private void rewrite() {
        instrumentsKnown = true;
        rows.setAll(List.copyOf(rows));
        fired.rewrite();
    }

    private void describe() {
        notice.set(notice(terms));
    }

    private String notice(@Nullable Alerts said) {
        if (!unavailable.isEmpty()) {
            return Texts.of("alert.unavailable", unavailable);
        }
        if (!known) {
            return Texts.of("alert.awaited");
        }
        if (!live) {
            return Texts.of("alert.offline");
        }
        if (said != null && said.dropped() > 0) {
            return Texts.of("alert.dropped", Quantity.count(said.dropped()));
        }
        if (said != null && !said.durable() && !rows.isEmpty()) {
            return Texts.of("alert.passing");
        }
        return "";
    }
}
