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
import dev.liveticker.server.transport.NextFrame;
import dev.liveticker.server.transport.Problem;
import dev.liveticker.server.transport.Refusals;
import dev.liveticker.server.transport.WireImages;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
    private final WireImages images;
    private final NextFrame next;
    private State state = State.WAITING;
    private @Nullable Subscriber subscriber;
    private @Nullable ClientWatch watch;
    private @Nullable StreamSinkChannel sink;
    private @Nullable ByteBuffer writing;
    private boolean kept;
    private boolean ended;

    private EventStream(HttpServerExchange exchange, Handoff handoff, WireImages images) {
        this.exchange = exchange;
        this.handoff = handoff;
        this.images = images;
        this.next = new NextFrame(handoff, this::taken);
    }

    static void open(HttpServerExchange exchange, Handoff handoff, WireImages images, Hub hub, Connection connection) {
        EventStream stream = new EventStream(exchange, handoff, images);
        stream.watch = ClientWatch.start(exchange, stream::cut);
        if (stream.state != State.CLOSED) {
            stream.subscriber = hub.connect(connection, stream);
        }
    }

    @Override
    public void send(Frame frame) {
        next.put(frame);
    }

    @Override
    public void end(End end) {
        handoff.add(() -> finish(end));
    }

    private void taken(Frame frame) {
        if (state == State.WAITING) {
            state = State.STREAMING;
            start();
            writing = WireImages.joined(EventText.retry(RETRY_MILLIS), images.of(frame));
            kept = true;
        } else if (state == State.STREAMING) {
            writing = images.of(frame);
            kept = false;
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
            // The hub did.
            Refusals.leave(exchange);
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
                if (writing.hasRemaining()) {
                    if (channel.write(writing) == 0) {
                        keep(writing);
                        channel.resumeWrites();
                        return;
                    }
                } else if (channel.flush()) {
                    writing = null;
                    if (state == State.STREAMING && subscriber != null) {
                        handoff.drained(subscriber);
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

    private void keep(ByteBuffer rest) {
        if (!kept) {
            kept = true;
            writing = WireImages.keep(rest);
        }
    }
}
