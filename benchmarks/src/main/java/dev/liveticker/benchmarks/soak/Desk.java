package dev.liveticker.benchmarks.soak;

import dev.liveticker.book.QuoteBook;
import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.FeedListener;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Feeds;
import dev.liveticker.feed.Subscription;
import dev.liveticker.message.Bar;
import dev.liveticker.message.Notification;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Trade;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Alert;
import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One desktop's worth of a feed: a watchlist, a chart, the trades of one symbol, and alerts that go off. Any thread.
 */
final class Desk implements FeedListener, AutoCloseable {

    private static final int LEAST_WATCHED = 12;
    private static final int MOST_WATCHED = 30;

    private final String name;
    private final Chronicle chronicle;
    private final List<Symbol> traded;
    private final Set<Symbol> watched = new LinkedHashSet<>();
    private final QuoteBook book = new QuoteBook(System::nanoTime);
    private final DeskAlerts alerts;
    private Feeds.@Nullable Connected connected;
    private @Nullable Chart chart;
    private @Nullable Tape tape;
    private @Nullable String epoch;
    private long messages;

    Desk(String name, Chronicle chronicle, List<Symbol> traded) {
        this.name = name;
        this.chronicle = chronicle;
        this.traded = List.copyOf(traded);
        this.alerts = new DeskAlerts(what -> chronicle.problem(name + " " + what));
    }

    synchronized void open(FeedSettings settings, SplittableRandom random) {
        int count = random.nextInt(LEAST_WATCHED, MOST_WATCHED);
        while (watched.size() < count) {
            watched.add(draw(random));
        }
        Feeds.Connected now = Feeds.connect(settings, this);
        connected = now;
        chart = new Chart(now, this::note);
        tape = new Tape(now, this::note);
        alerts.open(now.feed());
        now.feed().subscribe(watched.stream().map(Subscription::quotes).toList());
        act(0, random);
        act(1, random);
    }

    private Symbol draw(SplittableRandom random) {
        return traded.get(random.nextInt(traded.size()));
    }

    private void note(String what) {
        chronicle.note(name + ": " + what);
    }

    String name() {
        return name;
    }

    /** Does something that people do. */
    synchronized void act(SplittableRandom random) {
        act(random.nextInt(5), random);
    }

    private void act(int what, SplittableRandom random) {
        Feeds.Connected now = connected;
        if (now == null || chart == null || tape == null) {
            return;
        }
        switch (what) {
            case 0 -> chart.show(draw(random), Truth.CHARTED.get(random.nextInt(Truth.CHARTED.size())));
            case 1 -> tape.show(draw(random));
            case 2 -> {
                Symbol dropped = new ArrayList<>(watched).get(random.nextInt(watched.size()));
                Symbol added = draw(random);
                watched.remove(dropped);
                now.feed().unsubscribe(List.of(Subscription.quotes(dropped)));
                watched.add(added);
                now.feed().subscribe(List.of(Subscription.quotes(added)));
                book.retain(watched);
            }
            default -> {
                Symbol symbol = new ArrayList<>(watched).get(random.nextInt(watched.size()));
                book.entry(symbol)
                        .map(QuoteBook.Entry::quote)
                        .map(Quote::last)
                        .ifPresent(last -> alerts.change(symbol, last, random));
            }
        }
    }

    @Override
    public void onMessages(List<ServerMessage> frame) {
        book.accept(frame);
        synchronized (this) {
            messages += frame.size();
            for (ServerMessage message : frame) {
                switch (message) {
                    case Welcome welcome -> begin(welcome.epoch());
                    case Bar bar when chart != null -> chart.take(bar);
                    case Trade trade when tape != null -> tape.take(trade);
                    case Subscribed subscribed when !subscribed.resumed() -> began(subscribed);
                    default -> {}
                }
            }
        }
    }

    /** As the desktop: what was fetched before the stream began may be older than that. */
    private void began(Subscribed subscribed) {
        if (chart != null && tape != null) {
            switch (subscribed.channel()) {
                case TRADES -> tape.refresh();
                case BARS -> chart.refresh();
                case QUOTES -> {}
            }
        }
    }

    /** In another epoch the market may have begun anew, and what is shown is fetched again. */
    private void begin(String newEpoch) {
        if (epoch != null && !epoch.equals(newEpoch) && chart != null && tape != null) {
            chart.load();
            tape.load();
        }
        epoch = newEpoch;
    }

    @Override
    public void onNotification(Notification notification) {
        alerts.notified(notification);
    }

    @Override
    public void onAlerts(List<Alert> all) {
        alerts.told(all);
    }

    @Override
    public void onState(ConnectionState state) {
        note(state.toString());
        synchronized (this) {
            if (state instanceof ConnectionState.Live && chart != null && tape != null) {
                // As the desktop does whenever it is live again.
                chart.refresh();
                tape.refresh();
            }
        }
    }

    synchronized long messages() {
        return messages;
    }

    synchronized long reconnects() {
        return connected == null ? 0 : connected.feed().statistics().reconnects();
    }

    DeskAlerts alerts() {
        return alerts;
    }

    /** How it is connected, if it is. */
    synchronized Optional<ConnectionState.Live> live() {
        return connected != null && connected.feed().state() instanceof ConnectionState.Live now
                ? Optional.of(now)
                : Optional.empty();
    }

    /** What it shows otherwise than the server; empty if nothing. */
    synchronized Optional<String> difference(Truth truth) {
        if (connected == null || chart == null || tape == null) {
            return Optional.of(name + " is closed");
        }
        if (live().isEmpty()) {
            return Optional.of(name + " is not live: " + connected.feed().state());
        }
        for (Symbol symbol : watched) {
            String shown = book.entry(symbol)
                    .map(QuoteBook.Entry::quote)
                    .map(Shown::quote)
                    .orElse("nothing of " + symbol);
            if (!shown.equals(truth.quote(symbol))) {
                return Optional.of(name + " shows " + shown + ", not " + truth.quote(symbol));
            }
        }
        return chart.difference(truth)
                .or(() -> tape == null ? Optional.empty() : tape.difference(truth))
                .map(what -> name + " " + what);
    }

    @Override
    public synchronized void close() {
        if (connected != null) {
            connected.close();
        }
    }
}
