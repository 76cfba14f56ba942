package dev.liveticker.server.transport.sse;

import dev.liveticker.message.End;
import dev.liveticker.server.hub.Connection;
import dev.liveticker.server.hub.Frame;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.hub.Outlet;
import dev.liveticker.server.hub.Subscriber;
import dev.liveticker.server.transport.Answers;
import dev.liveticker.server.transport.ClientWatch;
import dev.liveticker.server.transport.Handoff;
import dev.liveticker.server.transport.Problem;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.Buffers;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;

/** One client's stream. Everything but the {@link Outlet} methods happens on the connection's I/O thread. */
final class EventStream implements Outlet {

    private static final int RETRY_MILLIS = 1_000;
    private static final int END_WAIT_SECONDS = 1;
    private static final HttpString NO_BUFFERING = new HttpString("X-Accel-Buffering");

    private enum State {
        /** Nothing is sent yet, so that the hub's refusal can still be a status. */
        WAITING,
        STREAMING,
        ENDING,
        CLOSED
    }

    private final HttpServerExchange exchange;
    private final Handoff handoff;
    private State state = State.WAITING;
    private @Nullable Subscriber subscriber;
    private @Nullable ClientWatch watch;
    private @Nullable StreamSinkChannel sink;
    private ByteBuffer @Nullable [] writing;
    private boolean ended;

    private EventStream(HttpServerExchange exchange, Handoff handoff) {
        this.exchange = exchange;
        this.handoff = handoff;
    }

    static void open(HttpServerExchange exchange, Handoff handoff, Hub hub, Connection connection) {
        EventStream stream = new EventStream(exchange, handoff);
        stream.watch = ClientWatch.start(exchange, stream::cut);
        if (stream.state != State.CLOSED) {
            stream.subscriber = hub.connect(connection, stream);
        }
    }

    @Override
    public void send(Frame frame) {
        handoff.add(() -> begin(frame));
    }

    @Override
    public void end(End end) {
        handoff.add(() -> finish(end));
    }

    private void begin(Frame frame) {
        if (state == State.WAITING) {
            state = State.STREAMING;
            start();
            writing = concat(EventText.retry(RETRY_MILLIS), EventText.of(frame));
        } else if (state == State.STREAMING) {
            writing = EventText.of(frame);
        } else {
            return;
        }
        write();
    }

    private void start() {
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, "text/event-stream; charset=utf-8")
                .put(Headers.CACHE_CONTROL, "no-store")
                .put(NO_BUFFERING, "no");
        StreamSinkChannel channel = exchange.getResponseChannel();
        channel.getWriteSetter().set(_ -> write());
        sink = channel;
    }

    private void finish(End end) {
        if (state == State.WAITING) {
            release(State.CLOSED);
            Answers.problem(exchange, Problem.of(end));
        } else if (state == State.STREAMING) {
            release(State.ENDING);
            var _ = exchange.getIoThread().executeAfter(this::cut, END_WAIT_SECONDS, TimeUnit.SECONDS);
            write();
        }
    }

    private void write() {
        StreamSinkChannel channel = sink;
        if (channel == null || state == State.CLOSED) {
            return;
        }
        try {
            while (writing != null) {
                if (Buffers.hasRemaining(writing)) {
                    if (channel.write(writing) == 0) {
                        channel.resumeWrites();
                        return;
                    }
                } else if (channel.flush()) {
                    writing = null;
                    if (state == State.STREAMING && subscriber != null) {
                        subscriber.drained();
                    }
                } else {
                    channel.resumeWrites();
                    return;
                }
            }
            if (state == State.ENDING) {
                terminate(channel);
            } else {
                channel.suspendWrites();
            }
        } catch (IOException e) {
            // The client went away in the middle of a write.
            cut();
        }
    }

    private void terminate(StreamSinkChannel channel) throws IOException {
        if (!ended) {
            ended = true;
            channel.shutdownWrites();
        }
        if (channel.flush()) {
            // Undertow completes the exchange with the last byte.
            state = State.CLOSED;
        } else {
            channel.resumeWrites();
        }
    }

    private void cut() {
        if (state != State.CLOSED) {
            release(State.CLOSED);
            IoUtils.safeClose(exchange.getConnection());
        }
    }

    private void release(State next) {
        state = next;
        if (watch != null) {
            watch.stop();
        }
        if (subscriber != null) {
            subscriber.disconnected();
            subscriber = null;
        }
    }

    private static ByteBuffer[] concat(ByteBuffer first, ByteBuffer[] rest) {
        ByteBuffer[] all = new ByteBuffer[1 + rest.length];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }
}
