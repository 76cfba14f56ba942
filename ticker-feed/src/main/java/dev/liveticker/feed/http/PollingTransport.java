package dev.liveticker.feed.http;

import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.link.FeedTransport;
import dev.liveticker.feed.link.Link;
import dev.liveticker.feed.link.LinkListener;
import java.time.Duration;
import java.util.concurrent.Executor;

/** The stream asked for piece by piece. */
public final class PollingTransport implements FeedTransport {

    private final HttpClients http;
    private final Executor executor;
    private final Rhythm rhythm;

    /**
     * How often to ask.
     *
     * @param held whether the server is to hold an answer back until there is something to say
     * @param every the least time between the beginnings of two polls
     */
    record Rhythm(boolean held, Duration every) {}

    PollingTransport(HttpClients http, Executor executor, Rhythm rhythm) {
        this.http = http;
        this.executor = executor;
        this.rhythm = rhythm;
    }

    /**
     * Asks again as soon as there was an answer, and the server holds it until there is something to say.
     *
     * @param executor runs the reading, which blocks
     */
    public static PollingTransport held(HttpClients http, Executor executor) {
        // In a busy market there always is something to say; a tenth of a second of it is one answer.
        return new PollingTransport(http, executor, new Rhythm(true, Duration.ofMillis(100)));
    }

    /** Asks once a second. */
    public static PollingTransport plain(HttpClients http, Executor executor) {
        return new PollingTransport(http, executor, new Rhythm(false, Duration.ofSeconds(1)));
    }

    @Override
    public Link open(FeedSettings settings, LinkListener listener) {
        PollLink link = new PollLink(http.to(settings), settings, rhythm, listener);
        executor.execute(link::poll);
        return link;
    }
}
