package dev.liveticker.server.alert;

import dev.liveticker.message.Acknowledged;
import dev.liveticker.message.AlertRemoved;
import dev.liveticker.message.Alerts;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Notification;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Alert;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.hub.Letter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Alerts and notifications without a thread of their own: one thread calls, one call at a time, and {@link #settle}
 * after each few calls. Nothing is told before it is saved.
 */
final class AlertCore {

    private static final Logger log = LoggerFactory.getLogger(AlertCore.class);

    /** Lists that are asked for while nothing can be saved are given afterwards, so many of them. */
    private static final int MOST_WAITING = 1_000;

    private final AlertSettings settings;
    private final AlertStore store;
    private String run;
    private final AlertTerms terms;
    private final Set<Symbol> indices;
    private final AlertBook book;
    private final Shelf shelf;
    private final Listeners listeners = new Listeners();
    private final News news;
    private final Changes changes = new Changes();
    private final Set<String> complained = new HashSet<>();
    private long notifications;
    private long set;
    private long saveReferencesAt = Long.MAX_VALUE;
    private long retryAt;
    private boolean failing;

    /**
     * Goes on from what the store keeps. Alerts whose level was passed meanwhile fire.
     *
     * @param opening a whole quote of each instrument
     * @param run names this process among those that ever used the store, or the log that it follows with others, so
     *     that no two notifications share an id
     */
    AlertCore(AlertSettings settings, List<Instrument> instruments, List<Quote> opening, AlertStore store, String run) {
        this.settings = settings;
        this.store = store;
        this.run = run;
        this.terms = new AlertTerms(instruments.stream().map(Instrument::symbol).collect(Collectors.toSet()));
        this.indices = instruments.stream()
                .filter(instrument -> instrument.kind() == AssetClass.INDEX)
                .map(Instrument::symbol)
                .collect(Collectors.toSet());
        this.book = new AlertBook(settings.cooldown());
        this.shelf = new Shelf(settings.maxPending());
        this.news = new News(book, shelf, listeners);
        long now = opening.stream().mapToLong(Quote::time).max().orElse(0);
        AlertStore.Contents contents = store.contents();
        contents.references().forEach(book::resume);
        contents.alerts().forEach(alert -> book.resume(alert, now));
        shelf.resume(contents.notifications(), contents.dropped());
        for (Quote quote : opening) {
            quote(quote, true);
        }
    }

    AlertFigures figures() {
        return new AlertFigures(book.size(), set, notifications, shelf.size(), shelf.droppedInAll(), failing);
    }

    /** What it knows, which another can go on from. */
    AlertState capture() {
        return new AlertState(book.capture(), shelf.all(), shelf.lastOrdinal(), shelf.dropped(), notifications);
    }

    /**
     * Goes on from what another knew. Whoever is there has to come again.
     *
     * @param newRun names those that follow the same log from now on
     */
    void restore(String newRun, AlertState state) {
        run = newRun;
        book.restore(state.book());
        shelf.restore(state.notifications(), state.dropped(), state.lastOrdinal());
        notifications = state.fired();
        changes.clear();
        news.clear();
        listeners.clear();
    }

    /** A connection is a user's: it is told what waits. */
    void joined(String session, String user) {
        if (listeners.join(session, user)) {
            news.notified(user);
        }
    }

    void left(String session) {
        listeners.leave(session);
    }

    /** Takes in what happened in the market. */
    void happened(List<MarketEvent> events) {
        for (MarketEvent event : events) {
            if (event instanceof Trade trade) {
                price(trade.symbol(), trade.price(), trade.time());
            } else if (event instanceof Quote quote) {
                quote(quote, indices.contains(quote.symbol()));
            }
        }
    }

    /** A user asks for something. */
    void asked(AlertRequest asked) {
        String session = asked.session();
        String user = asked.user();
        ClientMessage.Personal request = asked.wish();
        try {
            if (failing && !(request instanceof ClientMessage.ListAlerts && news.waiting() < MOST_WAITING)) {
                throw new BadRequestException("not_saved", "the server cannot save anything at the moment");
            }
            AlertTerms.checkTexts(request);
            switch (request) {
                case ClientMessage.SetAlert set -> set(user, terms.alert(asked.allowed(), set));
                case ClientMessage.RemoveAlert remove ->
                    remove(session, new AlertKey(user, AlertTerms.id(remove.id())));
                case ClientMessage.ListAlerts list -> list(session, user, list.id());
                case ClientMessage.Acknowledge acknowledge -> acknowledge(session, user, acknowledge.id());
            }
        } catch (BadRequestException e) {
            if (failing) {
                long retryMillis = settings.retry().toMillis();
                news.refuse(session, e.failure(request, retryMillis));
            } else {
                news.answer(session, e.failure(request, null));
            }
        }
    }

    private void set(String user, Alert alert) throws BadRequestException {
        OwnedAlert owned = new OwnedAlert(user, alert);
        Alert before = book.get(owned.key());
        if (before == null && book.of(user).size() >= settings.maxAlerts()) {
            throw new BadRequestException("too_many_alerts", "at most " + settings.maxAlerts() + " alerts");
        }
        if (before == null || !isSame(before, alert)) {
            set++;
            book.set(owned);
            changes.alert(owned);
            changes.reference(alert.symbol(), book.reference(alert.symbol()));
        }
        news.alert(owned.key());
    }

    /** Whether setting it says nothing new, such as when a client asks again because the answer got lost. */
    private static boolean isSame(Alert before, Alert alert) {
        Alert unfired = new Alert(
                before.id(),
                before.symbol(),
                before.condition(),
                before.price(),
                before.percent(),
                before.repeat(),
                before.note(),
                before.active(),
                null);
        return before.active() && unfired.equals(alert);
    }

    private void remove(String session, AlertKey key) {
        if (book.remove(key)) {
            changes.alertRemoved(key);
            news.alert(key);
        } else {
            news.answer(session, new AlertRemoved(key.id()));
        }
    }

    private void list(String session, String user, @Nullable String id) {
        List<Alert> alerts = book.of(user).stream().map(OwnedAlert::alert).toList();
        news.answer(session, new Alerts(id, alerts, store.durable(), shelf.dropped(user)));
    }

    private void acknowledge(String session, String user, @Nullable String id) throws BadRequestException {
        String notification = AlertTerms.id(id);
        if (shelf.acknowledge(user, notification)) {
            changes.notificationRemoved(notification);
            news.acknowledged(user, notification);
        } else {
            news.answer(session, new Acknowledged(notification));
        }
    }

    private void quote(Quote quote, boolean priced) {
        if (quote.previousClose() != null) {
            book.previousClose(quote.symbol(), quote.previousClose());
        }
        if (priced && quote.last() != null) {
            price(quote.symbol(), quote.last(), quote.time());
        }
    }

    private void price(Symbol symbol, BigDecimal price, long time) {
        List<Firing> firings = book.price(symbol, price, time);
        firings.forEach(this::fired);
        Reference moved = book.takeMoved(symbol);
        if (moved != null) {
            changes.reference(symbol, moved);
        }
    }

    private void fired(Firing firing) {
        OwnedAlert owned = firing.alert();
        String user = owned.user();
        Notification notification = new Notification(
                run + "-" + ++notifications,
                user,
                "alert",
                owned.alert().id(),
                owned.alert().symbol(),
                Wording.of(firing),
                firing.price(),
                firing.time());
        changes.alert(owned);
        changes.notification(shelf.add(notification));
        Notification dropped = shelf.dropOldest(user);
        if (dropped != null) {
            changes.notificationRemoved(dropped.id());
            changes.dropped(user, shelf.dropped(user));
            if (complained.add(user)) {
                log.warn(
                        "More than {} notifications of one user wait to be acknowledged; the oldest are dropped",
                        settings.maxPending());
            }
        }
        news.alert(owned.key());
        news.notified(user);
    }

    /**
     * Saves what is to be saved.
     *
     * @param now nanoseconds that begin anywhere
     * @return what connections are to be told now
     */
    List<Letter> settle(long now) {
        if (!changes.references().isEmpty() && saveReferencesAt == Long.MAX_VALUE) {
            saveReferencesAt = now + settings.referenceLag().toNanos();
        }
        if ((changes.isUrgent() || now >= saveReferencesAt) && !save(now)) {
            return news.takeRefusals();
        }
        return news.take();
    }

    private boolean save(long now) {
        if (failing && now < retryAt) {
            return false;
        }
        try {
            store.save(changes);
        } catch (IOException | RuntimeException | Error e) {
            // Whatever it is: what is not saved is told to nobody, and tried again after a while.
            if (!failing) {
                log.error("Alerts cannot be saved; nobody is told of any until they can", e);
            }
            failing = true;
            retryAt = now + settings.retry().toNanos();
            return false;
        }
        if (failing) {
            log.warn("Alerts can be saved again");
        }
        failing = false;
        changes.clear();
        saveReferencesAt = Long.MAX_VALUE;
        return true;
    }

    /** When {@link #settle} is next due, in its nanoseconds; {@link Long#MAX_VALUE} if not before the next call. */
    long next() {
        return failing ? retryAt : saveReferencesAt;
    }
}
