package dev.liveticker.feed;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.feed.link.FeedTransport;
import dev.liveticker.feed.link.Link;
import dev.liveticker.feed.link.LinkListener;
import dev.liveticker.feed.machine.Loss;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Position;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A transport whose links the test speaks through. */
final class FakeTransport implements FeedTransport {

    final List<FakeLink> links = new ArrayList<>();
    /** Whether it takes no address at all. */
    boolean failing;

    @Override
    public Link open(FeedSettings settings, LinkListener listener) {
        if (failing) {
            throw new IllegalArgumentException("an address that the library does not take");
        }
        FakeLink link = new FakeLink(listener);
        links.add(link);
        return link;
    }

    FakeLink newest() {
        return links.getLast();
    }

    static final class FakeLink implements Link {

        final List<ClientMessage> sent = new ArrayList<>();
        private final LinkListener listener;
        volatile boolean closed;

        private FakeLink(LinkListener listener) {
            this.listener = listener;
        }

        @Override
        public void send(List<ClientMessage> frame) {
            sent.addAll(frame);
        }

        @Override
        public void close() {
            closed = true;
        }

        void says(String... messages) {
            saysAt(null, messages);
        }

        void saysAt(String position, String... messages) {
            try {
                listener.received(
                        FrameCodec.of(Encoding.JSON)
                                .decodeServerFrame(Said.frame(messages).getBytes(StandardCharsets.UTF_8)),
                        Optional.ofNullable(position).map(Position::of));
            } catch (MalformedFrameException e) {
                throw new AssertionError(e);
            }
        }

        void ends(Loss loss) {
            listener.lost(loss);
        }

        List<ClientMessage.Subscribe> subscribes() {
            return sent.stream()
                    .filter(ClientMessage.Subscribe.class::isInstance)
                    .map(ClientMessage.Subscribe.class::cast)
                    .toList();
        }
    }
}
