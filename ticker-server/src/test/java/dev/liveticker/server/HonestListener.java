package dev.liveticker.server;

import static org.awaitility.Awaitility.await;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.Gap;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Trade;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** A client as it should be: follows the trades of a symbol, answers pings, and notes whether one is missing. */
final class HonestListener implements AutoCloseable {

    private final RawWebSocket socket;
    private final Thread reader;
    private final AtomicLong lastTrade = new AtomicLong();
    private final AtomicReference<String> trouble = new AtomicReference<>("");
    private volatile boolean closing;

    HonestListener(URI server) throws IOException {
        socket = RawWebSocket.json(server);
        socket.send("[{\"type\":\"subscribe\",\"channel\":\"trades\",\"symbols\":[\"AAPL\"]}]");
        reader = Thread.ofPlatform().daemon().start(this::read);
    }

    private void read() {
        try {
            while (true) {
                RawWebSocket.Received frame = socket.next();
                switch (frame.opcode()) {
                    case RawWebSocket.PING -> socket.send(RawWebSocket.PONG, frame.bytes());
                    case RawWebSocket.TEXT -> {
                        for (ServerMessage message :
                                FrameCodec.of(Encoding.JSON).decodeServerFrame(frame.bytes())) {
                            hear(message);
                        }
                    }
                    default -> trouble.set("closed " + frame.closeCode());
                }
            }
        } catch (Exception e) {
            if (!closing) {
                trouble.accumulateAndGet(e.toString(), (before, now) -> before + " " + now);
            }
        }
    }

    private void hear(ServerMessage message) {
        if (message instanceof Trade trade) {
            long before = lastTrade.getAndSet(trade.tradeId());
            if (before != 0 && trade.tradeId() != before + 1) {
                trouble.set("trade " + trade.tradeId() + " came after " + before);
            }
        } else if (message instanceof Gap gap) {
            trouble.set(gap.toString());
        }
    }

    /** The number of the newest trade that came. */
    long lastTrade() {
        return lastTrade.get();
    }

    /** What went wrong; empty if nothing did. */
    String trouble() {
        return trouble.get();
    }

    @Override
    public void close() throws IOException {
        closing = true;
        socket.close();
        await().until(() -> !reader.isAlive());
    }
}
