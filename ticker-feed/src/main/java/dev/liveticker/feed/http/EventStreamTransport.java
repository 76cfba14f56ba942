package dev.liveticker.feed.http;

import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.link.FeedTransport;
import dev.liveticker.feed.link.Link;
import dev.liveticker.feed.link.LinkListener;
import java.util.concurrent.Executor;

/** The stream as Server-Sent Events; what the client says goes beside it. */
public final class EventStreamTransport implements FeedTransport {

    private final HttpClients http;
    private final Executor executor;

    /** @param executor runs the reading, which blocks */
    public EventStreamTransport(HttpClients http, Executor executor) {
        this.http = http;
        this.executor = executor;
    }

    @Override
    public Link open(FeedSettings settings, LinkListener listener) {
        EventStreamLink link = new EventStreamLink(http.to(settings), settings, listener);
        executor.execute(link::read);
        return link;
    }
}
