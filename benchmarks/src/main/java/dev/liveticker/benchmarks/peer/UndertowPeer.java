package dev.liveticker.benchmarks.peer;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.message.Quote;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Undertow's own WebSocket API, as the server could have used it instead of writing frames itself: every quote, or
 * every batch of the market for those who want the same, is sent to every channel that wants it.
 */
public final class UndertowPeer {

    /** Frames on their way to a client before new ones are dropped for it. */
    private static final int MAX_ON_THE_WAY = 1_000;

    private final Interests<Client> interests = new Interests<>();
    private final boolean coalesce;

    private UndertowPeer(boolean coalesce) {
        this.coalesce = coalesce;
    }

    public static void main(String[] args) throws IOException {
        PeerOptions options = PeerOptions.of(args);
        UndertowPeer peer = new UndertowPeer(options.coalesce());
        Undertow server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setHandler(Handlers.path()
                        .addExactPath("/v1/ws", Handlers.websocket((exchange, channel) -> peer.join(channel))))
                .build();
        server.start();
        int port = ((InetSocketAddress) server.getListenerInfo().getFirst().getAddress()).getPort();
        try (PacedQuotes quotes = new PacedQuotes(new SyntheticMarket(options.symbols(), true), peer::broadcast)) {
            Reins.hold(port, quotes::rate);
        }
        server.stop();
        System.exit(0);
    }

    /** One channel and how much is on its way to it. */
    private static final class Client implements WebSocketCallback<Void> {

        private final WebSocketChannel channel;
        private final AtomicInteger onTheWay = new AtomicInteger();

        Client(WebSocketChannel channel) {
            this.channel = channel;
        }

        void send(ByteBuffer frame) {
            if (onTheWay.get() < MAX_ON_THE_WAY) {
                onTheWay.incrementAndGet();
                WebSockets.sendText(frame, channel, this);
            }
        }

        @Override
        public void complete(WebSocketChannel written, Void nothing) {
            onTheWay.decrementAndGet();
        }

        @Override
        public void onError(WebSocketChannel failed, Void nothing, Throwable cause) {
            onTheWay.decrementAndGet();
        }
    }

    private void join(WebSocketChannel channel) {
        Client client = new Client(channel);
        channel.addCloseTask(closed -> interests.remove(client));
        channel.getReceiveSetter().set(new AbstractReceiveListener() {
            @Override
            protected void onFullTextMessage(WebSocketChannel from, BufferedTextMessage message) {
                try {
                    interests.add(client, message.getData());
                } catch (MalformedFrameException e) {
                    WebSockets.sendClose(4400, e.getMessage(), from, null);
                }
            }
        });
        channel.resumeReceives();
    }

    private void broadcast(List<Quote> quotes) {
        long now = System.nanoTime();
        Map<Client, List<byte[]>> next = new HashMap<>();
        for (Quote quote : quotes) {
            byte[] json = FrameCodec.of(Encoding.JSON).encode(quote);
            if (coalesce) {
                interests.forEach(
                        quote.symbol(),
                        now,
                        client -> next.computeIfAbsent(client, key -> new ArrayList<>())
                                .add(json));
            } else {
                // Sent only once all are known: a channel that closes holds its own lock and waits for the interests'.
                List<Client> due = new ArrayList<>();
                interests.forEach(quote.symbol(), now, due::add);
                due.forEach(client -> client.send(ByteBuffer.wrap(json)));
            }
        }
        Map<List<byte[]>, byte[]> joined = new HashMap<>();
        next.forEach((client, messages) -> client.send(ByteBuffer.wrap(joined.computeIfAbsent(
                messages, same -> FrameCodec.of(Encoding.JSON).join(same)))));
    }
}
