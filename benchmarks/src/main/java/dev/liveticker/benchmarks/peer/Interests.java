package dev.liveticker.benchmarks.peer;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.model.Symbol;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Who wants which symbol, and how often. What comes sooner than a client's {@code maxRate} is dropped for it, which is
 * less work than the project's own server does (it keeps the newest and sends it when it is due).
 *
 * @param <C> a client
 */
final class Interests<C> {

    private final Map<Symbol, List<Interest<C>>> bySymbol = new HashMap<>();

    private static final class Interest<C> {
        final C client;
        final long gapNanos;
        long dueNanos;

        Interest(C client, long gapNanos, long nowNanos) {
            this.client = client;
            this.gapNanos = gapNanos;
            this.dueNanos = nowNanos;
        }
    }

    /** Reads a client's frame and adds what it subscribes to. Its subscriptions are returned. */
    synchronized List<ClientMessage.Subscribe> add(C client, String frame) throws MalformedFrameException {
        List<ClientMessage.Subscribe> subscriptions = new ArrayList<>();
        for (ClientMessage message :
                FrameCodec.of(Encoding.JSON).decodeClientFrame(frame.getBytes(StandardCharsets.UTF_8))) {
            if (message instanceof ClientMessage.Subscribe subscribe) {
                subscriptions.add(subscribe);
                add(client, subscribe);
            }
        }
        return subscriptions;
    }

    synchronized void add(C client, ClientMessage.Subscribe subscribe) {
        Double maxRate = subscribe.maxRate();
        long gap = maxRate == null ? 0 : (long) (1e9 / maxRate);
        for (String symbol : subscribe.symbols()) {
            bySymbol.computeIfAbsent(Symbol.of(symbol), key -> new ArrayList<>())
                    .add(new Interest<>(client, gap, System.nanoTime()));
        }
    }

    synchronized void remove(C client) {
        bySymbol.values().forEach(interests -> interests.removeIf(interest -> interest.client.equals(client)));
    }

    /** Everyone who is to get a quote of the symbol now. */
    synchronized void forEach(Symbol symbol, long nowNanos, Consumer<C> client) {
        for (Interest<C> interest : bySymbol.getOrDefault(symbol, List.of())) {
            if (nowNanos - interest.dueNanos >= 0) {
                interest.dueNanos = nowNanos + interest.gapNanos;
                client.accept(interest.client);
            }
        }
    }
}
