package dev.liveticker.server.transport.socketio;

import dev.liveticker.message.End;
import dev.liveticker.server.hub.Frame;
import dev.liveticker.server.transport.Handoff;
import dev.liveticker.server.transport.MessageCost;
import dev.liveticker.server.transport.WireImages;
import dev.liveticker.server.transport.websocket.RawSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The WebSocket of a session: its only transport, or the one it is to go over to. Lives on the socket's I/O thread, but
 * where said.
 */
final class SocketWire implements RawSocket.Protocol {

    /** How long a client may take to go over. */
    private static final Duration UPGRADE = Duration.ofSeconds(5);

    private final RawSocket socket;
    private final EngineSession session;
    private final Handoff handoff;
    private final WireImages images;
    private final boolean probes;
    private @Nullable Runnable written;

    /** @param probes whether the session has another transport, for now */
    SocketWire(RawSocket socket, EngineSession session, Handoff handoff, WireImages images, boolean probes) {
        this.socket = socket;
        this.session = session;
        this.handoff = handoff;
        this.images = images;
        this.probes = probes;
    }

    @Override
    public void opened() {
        if (probes) {
            socket.within(UPGRADE, () -> socket.close(End.MALFORMED.closeCode(), "no upgrade in time"));
        } else {
            session.home(() -> session.opened(this));
        }
    }

    @Override
    public boolean listens() {
        return session.listens();
    }

    @Override
    public boolean hears(long cost) {
        return session.hears(cost);
    }

    @Override
    public void message(byte[] payload) {
        if (session.hears(MessageCost.reading(payload.length))) {
            String text = new String(payload, StandardCharsets.UTF_8);
            session.home(() -> session.heard(this, text));
        }
    }

    @Override
    public void written() {
        Runnable done = written;
        written = null;
        if (done != null) {
            session.home(done);
        }
    }

    @Override
    public void over(@Nullable End why) {
        session.home(() -> session.wireOver(this));
    }

    /** It is the session's transport from now on. Any thread. */
    void settle() {
        there(socket::noDeadline);
    }

    /**
     * Sends packets, and the events of a frame behind them. Any thread.
     *
     * @param done run on the session's home once they are on their way
     */
    void write(List<String> packets, @Nullable Frame frame, Runnable done) {
        there(() -> {
            ByteBuffer image = image(packets, frame);
            written = done;
            if (image.hasRemaining()) {
                socket.send(image);
            } else {
                written();
            }
        });
    }

    private ByteBuffer image(List<String> packets, @Nullable Frame frame) {
        if (frame == null) {
            return EventText.draw(packets);
        }
        ByteBuffer events = images.of(frame);
        if (packets.isEmpty()) {
            return events;
        }
        return WireImages.joined(EventText.draw(packets), events);
    }

    /** Ends it, after what is on its way. Any thread. */
    void close(int code, String reason) {
        there(() -> socket.close(code, reason));
    }

    private void there(Runnable task) {
        if (Thread.currentThread() == socket.thread()) {
            task.run();
        } else {
            handoff.add(task);
        }
    }
}
