package dev.liveticker.feed;

import dev.liveticker.feed.link.FeedTransport;
import dev.liveticker.feed.link.Link;
import dev.liveticker.feed.link.LinkListener;
import dev.liveticker.feed.machine.ConnectionMachine;
import dev.liveticker.feed.machine.Loss;
import dev.liveticker.message.Position;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Welcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries whether a transport gets as far as the welcome, beside the live one and without a subscription. */
final class TransportProbe {

    private static final Logger LOG = LoggerFactory.getLogger(TransportProbe.class);

    private final FeedLoop loop;
    private final Consumer<Boolean> answer;
    private @Nullable Link link;
    private Runnable deadline = () -> {};
    private boolean over;

    private TransportProbe(FeedLoop loop, Consumer<Boolean> answer) {
        this.loop = loop;
        this.answer = answer;
    }

    /**
     * Begins; on the feed's thread.
     *
     * @param answer is told once, on the feed's thread; not at all if the probe is given up before
     * @return to be run to give it up
     */
    static Runnable begin(FeedTransport transport, FeedSettings settings, FeedLoop loop, Consumer<Boolean> answer) {
        TransportProbe probe = new TransportProbe(loop, answer);
        probe.deadline = loop.schedule(ConnectionMachine.CONNECT_DEADLINE, () -> probe.end(false));
        LinkListener listener = probe.listener();
        try {
            probe.link = transport.open(settings, listener);
        } catch (RuntimeException e) {
            LOG.warn("No connection can be begun", e);
            listener.lost(Loss.broken("no connection can be begun"));
        }
        return probe::close;
    }

    private LinkListener listener() {
        return new LinkListener() {
            @Override
            public void received(List<ServerMessage> frame, Optional<Position> position) {
                if (frame.stream().anyMatch(Welcome.class::isInstance)) {
                    loop.execute(() -> end(true));
                }
            }

            @Override
            public void lost(Loss loss) {
                loop.execute(() -> end(false));
            }
        };
    }

    private void end(boolean works) {
        if (!over) {
            close();
            answer.accept(works);
        }
    }

    private void close() {
        over = true;
        deadline.run();
        if (link != null) {
            link.close();
        }
    }
}
