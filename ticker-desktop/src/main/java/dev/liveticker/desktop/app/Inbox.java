package dev.liveticker.desktop.app;

import dev.liveticker.book.QuoteBook;
import dev.liveticker.desktop.chart.BarInboxes;
import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.FeedListener;
import dev.liveticker.message.Failure;
import dev.liveticker.message.Notification;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Alert;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the feed's thread leaves what it brings and the FX thread fetches it once a pulse: prices and bars as their
 * newest state, answers of the server one by one. What else a feature wants to hear goes to an inbox of its own.
 */
final class Inbox implements FeedListener {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int MOST_ANSWERS = 1_000;

    private final QuoteBook book;
    private final BarInboxes bars;
    private final ArrayDeque<ServerMessage> answers = new ArrayDeque<>();
    private final List<FeedListener> inboxes = new CopyOnWriteArrayList<>();
    /** Held while messages are put down, so that none is on its way when the server is left. */
    private final Object arriving = new Object();

    private boolean awaitsWelcome;

    Inbox(QuoteBook book, BarInboxes bars) {
        this.book = book;
        this.bars = bars;
    }

    /** Has the inbox of a feature hear all that this one does. */
    void add(FeedListener inbox) {
        inboxes.add(inbox);
    }

    /**
     * The server is left for another one. What it answered is forgotten, and until the other one says welcome, what
     * still comes is of the one before, and is dropped: its prices would stand there as if they were the other's.
     */
    void leaveServer() {
        synchronized (arriving) {
            awaitsWelcome = true;
            forgetAnswers();
        }
    }

    @Override
    public void onMessages(List<ServerMessage> messages) {
        synchronized (arriving) {
            if (awaitsWelcome && messages.stream().noneMatch(Welcome.class::isInstance)) {
                return;
            }
            awaitsWelcome = false;
            putDown(messages);
        }
    }

    private void putDown(List<ServerMessage> messages) {
        book.accept(messages);
        bars.accept(messages);
        for (ServerMessage message : messages) {
            if (message instanceof Welcome || message instanceof Subscribed) {
                keep(message);
            } else if (message instanceof Failure failure) {
                LOG.warn("the server answered {}: {}", failure.code(), failure.message());
            }
        }
        inboxes.forEach(inbox -> inbox.onMessages(messages));
    }

    @Override
    public void onNotification(Notification notification) {
        inboxes.forEach(inbox -> inbox.onNotification(notification));
    }

    @Override
    public void onAcknowledged(String notification) {
        inboxes.forEach(inbox -> inbox.onAcknowledged(notification));
    }

    @Override
    public void onAlerts(List<Alert> alerts) {
        inboxes.forEach(inbox -> inbox.onAlerts(alerts));
    }

    @Override
    public void onState(ConnectionState state) {
        LOG.info("connection: {}", state);
        inboxes.forEach(inbox -> inbox.onState(state));
    }

    /** What the server answered since the last call, in its order. */
    synchronized List<ServerMessage> drainAnswers() {
        List<ServerMessage> drained = new ArrayList<>(answers);
        answers.clear();
        return drained;
    }

    private synchronized void forgetAnswers() {
        answers.clear();
    }

    private synchronized void keep(ServerMessage answer) {
        answers.add(answer);
        if (answers.size() > MOST_ANSWERS) {
            answers.removeFirst();
        }
    }
}
