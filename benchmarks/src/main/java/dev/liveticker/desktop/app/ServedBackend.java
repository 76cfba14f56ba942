package dev.liveticker.desktop.app;

import dev.liveticker.feed.FeedListener;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Feeds;
import dev.liveticker.feed.ForwardingListener;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
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

    private final class Counting extends ForwardingListener {

        Counting(FeedListener listener) {
            super(listener);
        }

        @Override
        public void onMessages(List<ServerMessage> messages) {
            super.onMessages(messages);
            taken.addAndGet(messages.stream().filter(Quote.class::isInstance).count());
        }
    }
}
