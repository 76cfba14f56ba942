package dev.liveticker.benchmarks.peer;

import dev.liveticker.codec.MalformedFrameException;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/** One session of the Jetty peer. */
public final class JettyClient extends Session.Listener.AbstractAutoDemanding implements Callback {

    /** Messages on their way to a client before new ones are dropped for it. */
    private static final int MAX_ON_THE_WAY = 1_000;

    private final Interests<JettyClient> interests;
    private final AtomicInteger onTheWay = new AtomicInteger();

    JettyClient(Interests<JettyClient> interests) {
        this.interests = interests;
    }

    @Override
    public void onWebSocketText(String frame) {
        try {
            interests.add(this, frame);
        } catch (MalformedFrameException e) {
            getSession().close(4400, e.getMessage(), Callback.NOOP);
        }
    }

    @Override
    public void onWebSocketClose(int code, @Nullable String reason, Callback callback) {
        interests.remove(this);
        callback.succeed();
    }

    /** A load client ends in the midst of its stream; that is no news. */
    @Override
    public void onWebSocketError(Throwable cause) {}

    void send(String text) {
        if (onTheWay.get() < MAX_ON_THE_WAY) {
            onTheWay.incrementAndGet();
            getSession().sendText(text, this);
        }
    }

    @Override
    public void succeed() {
        onTheWay.decrementAndGet();
    }

    @Override
    public void fail(Throwable failure) {
        onTheWay.decrementAndGet();
    }
}
