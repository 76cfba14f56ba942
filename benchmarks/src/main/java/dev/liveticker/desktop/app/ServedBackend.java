package dev.liveticker.desktop.app;

import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.FeedListener;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Feeds;
import dev.liveticker.message.Notification;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.model.Alert;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.NullMarked;

/** The real thing, with a count of the quotes. The server makes as many as it was told to. */
@NullMarked
final class ServedBackend implements QuotingBackend {

    private final LiveBackend live = new LiveBackend(null);
    private final AtomicLong taken = new AtomicLong();

    @Override
    public void rate(int perSecond) {
        // That is the server's.
    }

    @Override
    public long taken() {
        return taken.get();
    }

    @Override
    public BuiltInServer startServer() throws IOException {
        return live.startServer();
    }

    @Override
    public Feeds.Connected connect(FeedSettings settings, FeedListener listener) {
        return live.connect(settings, new Counting(listener));
    }

    private final class Counting implements FeedListener {

        private final FeedListener listener;

        Counting(FeedListener listener) {
            this.listener = listener;
        }

        @Override
        public void onMessages(List<ServerMessage> messages) {
            listener.onMessages(messages);
            taken.addAndGet(messages.stream().filter(Quote.class::isInstance).count());
        }

        @Override
        public void onNotification(Notification notification) {
            listener.onNotification(notification);
        }

        @Override
        public void onAcknowledged(String notification) {
            listener.onAcknowledged(notification);
        }

        @Override
        public void onAlerts(List<Alert> alerts) {
            listener.onAlerts(alerts);
        }

        @Override
        public void onState(ConnectionState state) {
            listener.onState(state);
        }
    }
}
