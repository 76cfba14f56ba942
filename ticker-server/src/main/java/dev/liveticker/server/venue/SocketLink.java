package dev.liveticker.server.venue;

import dev.liveticker.feed.machine.Loss;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A connection over a WebSocket of the JDK. It asks for the next piece only when the one before was dealt with. */
final class SocketLink implements WebSocket.Listener, VenueLink {

    /** Room beyond this is given back after a message. */
    private static final int LARGE = 256 * 1024;

    private final URI stream;
    private final int maxMessage;
    private final Listener listener;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final StringBuilder message = new StringBuilder();
    private volatile @Nullable WebSocket socket;

    /** Messages may not be sent while another is; guarded by this. */
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);

    SocketLink(URI stream, int maxMessage, Listener listener) {
        this.stream = stream;
        this.maxMessage = maxMessage;
        this.listener = listener;
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        if (ended.get()) {
            opened.abort();
            return;
        }
        listener.opened(this);
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        if (message.length() + part.length() > maxMessage) {
            from.abort();
            end(Loss.broken("it sent a message of more than " + maxMessage + " characters"));
            return null;
        }
        message.append(part);
        if (last) {
            String whole = message.toString();
            message.setLength(0);
            if (message.capacity() > LARGE) {
                message.trimToSize();
            }
            deliver(from, whole);
        } else {
            from.request(1);
        }
        return null;
    }

    /** No venue here sends any; it is taken for a message that cannot be read. */
    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
        deliver(from, "");
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer payload) {
        if (!ended.get()) {
            listener.answered();
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        String said = VenueJson.quoted(reason);
        String why = "it closed the connection (" + code + (said.isEmpty() ? "" : ", " + said) + ")";
        end(
                code == WebSocket.NORMAL_CLOSURE || code == 1001
                        ? new Loss(Loss.Kind.GOOD_BYE, Duration.ZERO, why)
                        : Loss.broken(why));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failed) {
        end(HttpConnector.loss(failed, stream));
    }

    /** It came to its end, or never came about. */
    void end(Loss loss) {
        if (ended.compareAndSet(false, true)) {
            listener.ended(loss);
        }
    }

    @Override
    public void send(String text) {
        enqueue(to -> to.sendText(text, true));
    }

    @Override
    public void ping() {
        enqueue(to -> to.sendPing(ByteBuffer.allocate(0)));
    }

    @Override
    public void abort() {
        ended.set(true);
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }

    private void deliver(WebSocket from, String whole) {
        if (!ended.get()) {
            listener.heard(whole, () -> from.request(1));
        }
    }

    private synchronized void enqueue(Function<WebSocket, CompletableFuture<WebSocket>> task) {
        WebSocket open = socket;
        if (open == null || ended.get()) {
            return;
        }
        sending = sending.thenCompose(done -> task.apply(open)).whenComplete((done, failed) -> {
            if (failed != null) {
                end(HttpConnector.loss(failed, stream));
            }
        });
    }
}
